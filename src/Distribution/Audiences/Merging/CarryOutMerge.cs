using System.Text.Json;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Merging;

/// <summary>
/// The steps of a merge, each idempotent and safe beside another run. Every write is conditional on a row that was read
/// before the merge was seen to be still running, so that a run that was overtaken writes nothing into a merge that has ended.
/// </summary>
public sealed class CarryOutMerge(MergeStore merges, ContactStore contacts, TransferSubscriptions transferSubscriptions)
{
    internal async Task<Progress> RunAsync(Merge merge, CancellationToken cancellationToken)
    {
        // First, so that no request creates the other contact again while it is gone.
        await PointAsync(merge, cancellationToken);
        await RemoveOtherAsync(merge.Id, merge.Other, cancellationToken);
        if (!await FillKeptAsync(merge.Id, cancellationToken)) return Progress.Impossible;
        var progress = await transferSubscriptions.RunAsync(merge.Id, cancellationToken);
        if (progress == Progress.Done) await EndAsync(merge.Id, cancellationToken);
        return progress;
    }

    private async Task PointAsync(Merge merge, CancellationToken cancellationToken)
    {
        ContactAddress alias = new() { Contact = merge.Kept, IsAlias = true };
        while (true)
        {
            var address = await contacts.FindAddressAsync(merge.Other, cancellationToken);
            if (address?.Value == alias || await StillAsync(merge.Id, cancellationToken) is null) return;
            if (address is null) await contacts.AddAddressAsync(merge.Other, merge.Other, cancellationToken);
            else await contacts.ReplaceAddressAsync(address, alias, cancellationToken);
        }
    }

    /// <summary>Deletes the other contact as the merge knows it: what was written since it began is noted first.</summary>
    private async Task RemoveOtherAsync(string id, string contact, CancellationToken cancellationToken)
    {
        while (await StillAsync(id, cancellationToken) is { } merge && await contacts.FindAsync(contact, cancellationToken) is { } other)
        {
            if (!IsSame(other.Value, merge.Value.OtherBefore))
            {
                await merges.ReplaceAsync(merge, merge.Value with { OtherBefore = other.Value }, cancellationToken);
                continue;
            }

            if (await StillAsync(id, cancellationToken) is null || await contacts.DeleteAsync(other, cancellationToken) is WriteResult.Done) return;
        }
    }

    /// <summary>The merge notes what the contact was and becomes before the contact does; that it has become so is seen from its aliases.</summary>
    /// <returns>False when the contact has been removed.</returns>
    private async Task<bool> FillKeptAsync(string id, CancellationToken cancellationToken)
    {
        while (await StillAsync(id, cancellationToken) is { } merge)
        {
            if (await contacts.FindAsync(merge.Value.Kept, cancellationToken) is not { } kept) return false;
            if (kept.Value.Aliases.Contains(merge.Value.Other)) return true;
            var after = MergeRule.Join(kept.Value, merge.Value.OtherBefore!);
            var noted = merge.Value with { KeptBefore = kept.Value, KeptAfter = after };
            if (await merges.ReplaceAsync(merge, noted, cancellationToken) is not WriteResult.Done) continue;
            if (await contacts.ReplaceAsync(kept, after, cancellationToken) is WriteResult.Done) return true;
        }

        return true;
    }

    private async Task EndAsync(string id, CancellationToken cancellationToken)
    {
        while (await StillAsync(id, cancellationToken) is { } merge)
        {
            if (await merges.EndAsync(merge, merge.Value with { State = MergeState.Done }, cancellationToken) is WriteResult.Done) return;
        }
    }

    private async Task<Stored<Merge>?> StillAsync(string id, CancellationToken cancellationToken) =>
        await merges.FindAsync(id, cancellationToken) is { Value.State: MergeState.Running } merge ? merge : null;

    private static bool IsSame(Contact contact, Contact? noted) =>
        JsonSerializer.Serialize(contact, StoredJson.Options) == JsonSerializer.Serialize(noted, StoredJson.Options);
}
