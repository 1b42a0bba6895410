using Distribution.Contacts.Contacts;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Merging;

/// <summary>The steps that undo a merge, each idempotent and safe beside another run, as those of <see cref="CarryOutMerge"/>.</summary>
public sealed class CarryOutUndo(MergeStore merges, ContactStore contacts, ReturnSubscriptions returnSubscriptions, AddressHash hash)
{
    internal async Task<Progress> RunAsync(Merge merge, CancellationToken cancellationToken)
    {
        if (await StillAsync(merge.Id, cancellationToken) is null) return Progress.Done;
        // First, so that no request creates it by an address that leads to it again.
        await contacts.AddAsync(merge.OtherBefore!, cancellationToken);
        var progress = await returnSubscriptions.RunAsync(merge.Id, cancellationToken);
        if (progress != Progress.Done) return progress;
        await TakeBackAsync(merge, cancellationToken);
        await PointAsync(merge, cancellationToken);
        await EndAsync(merge.Id, cancellationToken);
        return progress;
    }

    private async Task TakeBackAsync(Merge merge, CancellationToken cancellationToken)
    {
        while (await contacts.FindAsync(merge.Kept, cancellationToken) is { } kept && kept.Value.Aliases.Contains(merge.Other))
        {
            var others = await OthersAsync(merge, kept.Value, cancellationToken);
            if (await StillAsync(merge.Id, cancellationToken) is null) return;
            if (await contacts.ReplaceAsync(kept, MergeRule.TakeBack(kept.Value, merge, others.Contains), cancellationToken) is WriteResult.Done) return;
        }
    }

    /// <summary>The addresses that lead to the contact that stayed only by way of the other.</summary>
    private async Task<IReadOnlySet<string>> OthersAsync(Merge merge, Contact kept, CancellationToken cancellationToken)
    {
        HashSet<string> others = [];
        foreach (var address in kept.AllAddresses)
        {
            if ((await contacts.MergeChainAsync(hash.Compute(MailAddress.Parse(address)!), cancellationToken)).Contains(merge.Other)) others.Add(address);
        }

        return others;
    }

    private async Task PointAsync(Merge merge, CancellationToken cancellationToken)
    {
        while (await contacts.FindAddressAsync(merge.Other, cancellationToken) is { } address && address.Value.Contact != merge.Other)
        {
            if (await StillAsync(merge.Id, cancellationToken) is null) return;
            if (await contacts.ReplaceAddressAsync(address, new() { Contact = merge.Other }, cancellationToken) is WriteResult.Done) return;
        }
    }

    private async Task EndAsync(string id, CancellationToken cancellationToken)
    {
        while (await StillAsync(id, cancellationToken) is { } merge)
        {
            if (await merges.EndAsync(merge, merge.Value.Forget() with { State = MergeState.Undone }, cancellationToken) is WriteResult.Done) return;
        }
    }

    private async Task<Stored<Merge>?> StillAsync(string id, CancellationToken cancellationToken) =>
        await merges.FindAsync(id, cancellationToken) is { Value.State: MergeState.Undoing } merge ? merge : null;
}
