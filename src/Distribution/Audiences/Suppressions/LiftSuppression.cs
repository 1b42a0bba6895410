using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Suppressions;

/// <summary>
/// Lets an address be mailed again, also by mails that are planned. Refusals from before are forgotten, so that a single further one does
/// not suppress it at once.
/// </summary>
public sealed class LiftSuppression(SuppressionStore suppressions, HardRefusalStore refusals, ContactStore contacts, SendExclusionStore sendExclusions)
{
    public async Task<WriteResult> RunAsync(Stored<Suppression> read, CancellationToken cancellationToken)
    {
        // First: a suppression without its refusals can be lifted again, refusals without a suppression would not be seen.
        await refusals.ForgetAsync(read.Value.Id, cancellationToken);
        // Those of this suppression only: a new suppression of the address adds another.
        var known = await SendExclusionsAsync(read.Value.Id, cancellationToken);
        var result = await suppressions.DeleteAsync(read, cancellationToken);
        if (result is not WriteResult.Done) return result;
        foreach (var sendExclusion in known) await sendExclusions.RemoveAsync(sendExclusion, CancellationToken.None);
        return result;
    }

    private async Task<List<Stored<SendExclusion>>> SendExclusionsAsync(string address, CancellationToken cancellationToken)
    {
        List<Stored<SendExclusion>> found = [];
        foreach (var contact in await contacts.MergeChainAsync(address, cancellationToken))
        {
            found.AddRange(await sendExclusions.FromEverythingAsync(contact, cancellationToken).ToListAsync(cancellationToken));
        }

        return found;
    }
}
