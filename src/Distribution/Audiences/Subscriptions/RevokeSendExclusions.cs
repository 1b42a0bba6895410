namespace Distribution.Audiences.Subscriptions;

/// <summary>A contact who is back on lists gets the mails that are planned by these and not yet sent; other exclusions stay.</summary>
public sealed class RevokeSendExclusions(SendExclusionStore sendExclusions)
{
    public async Task RunAsync(string contact, IReadOnlyList<string> lists, CancellationToken cancellationToken)
    {
        await foreach (var sendExclusion in sendExclusions.ForContactAsync(contact, cancellationToken))
        {
            if (sendExclusion.Value.Lists is not { } left || !left.Any(lists.Contains)) continue;
            List<string> rest = [.. left.Except(lists)];
            if (rest.Count == 0) await sendExclusions.RemoveAsync(sendExclusion, cancellationToken);
            else await sendExclusions.AddAsync(sendExclusion.Value with { Lists = rest }, cancellationToken);
        }
    }
}
