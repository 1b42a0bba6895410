using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Planning;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Merging;

/// <summary>
/// Gives the other contact its subscriptions back and takes from the contact that stayed those it had only by the merge. A person who has
/// unsubscribed since stays off the list under both ids, and later changes stay.
/// </summary>
public sealed class ReturnSubscriptions(
    MergeStore merges, SubscriptionStore subscriptions, SendExclusionStore sendExclusions, PlanningDispatches planningDispatches, TimeProvider clock)
{
    internal async Task<Progress> RunAsync(string id, CancellationToken cancellationToken)
    {
        while (await merges.FindAsync(id, cancellationToken) is { Value: { State: MergeState.Undoing } merge })
        {
            var entries = merge.Subscriptions;
            foreach (var entry in entries) await ReturnAsync(id, merge, entry, cancellationToken);
            if (entries.Count > 0 && await planningDispatches.AnyAsync(merge.UndoneAt!.Value, cancellationToken)) return Progress.Waits;
            var isDone = true;
            foreach (var entry in entries) isDone &= await TakeBackAsync(id, merge, entry, cancellationToken);
            if (isDone) return Progress.Done;
        }

        return Progress.Done;
    }

    private async Task ReturnAsync(string id, Merge merge, MergedSubscription entry, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (kept, other) = await ReadAsync(merge, entry, cancellationToken);
            if (other is null || await StillAsync(id, cancellationToken) is null) return;
            var word = HasLeft(kept, entry) ? Left(kept!.Value, entry.Other) : entry.Other;
            var returned = Returned(other.Value, word, merge.OtherBefore!);
            if (!ReferenceEquals(returned, other.Value) && await subscriptions.ReplaceAsync(other, returned, cancellationToken) is not WriteResult.Done) continue;
            // An unsubscription at this moment has ended the one subscription or finds the other.
            var again = await subscriptions.FindAsync(entry.List, merge.Kept, cancellationToken);
            if (HasLeft(again, entry) == HasLeft(kept, entry)) return;
        }
    }

    private static Subscription Returned(Subscription other, SubscriptionSnapshot word, Contact contact)
    {
        if (other is { State: SubscriptionState.Ended, Address: "" }) return word.On(other.List, contact, word.ChangedAt);
        return word.State == SubscriptionState.Ended && other.State != SubscriptionState.Ended ? word.Put(other) : other;
    }

    /// <summary>They have unsubscribed since under the id that stayed.</summary>
    private static bool HasLeft(Stored<Subscription>? kept, MergedSubscription entry) =>
        kept is { Value.State: SubscriptionState.Ended } && entry.After.State != SubscriptionState.Ended;

    private static SubscriptionSnapshot Left(Subscription kept, SubscriptionSnapshot other) => other.State == SubscriptionState.Ended
        ? other
        : other with { State = SubscriptionState.Ended, EndedReason = kept.EndedReason, ChangedAt = kept.ChangedAt };

    /// <returns>False when somebody has changed the subscription in this moment.</returns>
    private async Task<bool> TakeBackAsync(string id, Merge merge, MergedSubscription entry, CancellationToken cancellationToken)
    {
        if (entry.After == entry.Kept) return true;
        var (kept, _) = await ReadAsync(merge, entry, cancellationToken);
        if (kept is null || SubscriptionSnapshot.From(kept.Value) != entry.After || await StillAsync(id, cancellationToken) is null) return true;
        if (entry.After.State == SubscriptionState.Confirmed && entry.Kept?.State != SubscriptionState.Confirmed)
        {
            // Before: after a crash nobody could tell any more that it is missing.
            await sendExclusions.AddAsync(new() { Contact = merge.Kept, Lists = [entry.List], At = clock.GetUtcNow() }, cancellationToken);
        }

        var written = entry.Kept is null
            ? await subscriptions.DeleteAsync(kept, cancellationToken)
            : await subscriptions.ReplaceAsync(kept, entry.Kept.Put(kept.Value), cancellationToken);
        return written is WriteResult.Done;
    }

    private async Task<(Stored<Subscription>? Kept, Stored<Subscription>? Other)> ReadAsync(
        Merge merge, MergedSubscription entry, CancellationToken cancellationToken) =>
        (await subscriptions.FindAsync(entry.List, merge.Kept, cancellationToken), await subscriptions.FindAsync(entry.List, merge.Other, cancellationToken));

    private async Task<Stored<Merge>?> StillAsync(string id, CancellationToken cancellationToken) =>
        await merges.FindAsync(id, cancellationToken) is { Value.State: MergeState.Undoing } merge ? merge : null;
}
