using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Planning;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Merging;

/// <summary>
/// Gives the subscription that counts on each list to the contact that stays, and then ends the other's. The other gets no send exclusion:
/// mails
/// planned for it are sent, unless the subscription that counts is one that the person ended.
/// </summary>
public sealed class TransferSubscriptions(
    MergeStore merges,
    ContactStore contacts,
    SubscriptionStore subscriptions,
    SendExclusionStore sendExclusions,
    PlanningDispatches planningDispatches,
    TimeProvider clock)
{
    internal async Task<Progress> RunAsync(string id, CancellationToken cancellationToken)
    {
        while (await merges.FindAsync(id, cancellationToken) is { Value: { State: MergeState.Running } merge } read)
        {
            if (await contacts.FindAsync(merge.Kept, cancellationToken) is not { } kept) return Progress.Impossible;
            var moves = await MovesAsync(merge, cancellationToken);
            // Also when nothing is new: a run that was overtaken by the end of the merge notices here.
            var written = merge with { Subscriptions = [.. moves.Select(move => move.Entry)] };
            if (await merges.ReplaceAsync(read, written, cancellationToken) is not WriteResult.Done) continue;
            if (!await GiveAsync(moves, kept.Value, cancellationToken)) continue;
            if (moves.Count > 0 && await planningDispatches.AnyAsync(merge.At, cancellationToken)) return Progress.Waits;
            if (!await EndAsync(moves, cancellationToken)) continue;
            await DepartAsync(merge, moves, cancellationToken);
            return Progress.Done;
        }

        return Progress.Done;
    }

    private async Task<IReadOnlyList<Move>> MovesAsync(Merge merge, CancellationToken cancellationToken)
    {
        List<Move> moves = [];
        foreach (var other in await subscriptions.ForContactAsync(merge.Other, cancellationToken))
        {
            var kept = await subscriptions.FindAsync(other.Value.List, merge.Kept, cancellationToken);
            var known = merge.Subscriptions.FirstOrDefault(entry => entry.List == other.Value.List);
            moves.Add(new(kept, other, Entry(known, kept, other.Value)));
        }

        return moves;
    }

    /// <summary>A subscription written by an earlier run counts, unless somebody has changed it since.</summary>
    private static MergedSubscription Entry(MergedSubscription? known, Stored<Subscription>? kept, Subscription other)
    {
        if (known is not null && IsHandedOver(other)) return known;
        var (now, word) = (kept is null ? null : SubscriptionSnapshot.From(kept.Value), SubscriptionSnapshot.From(other));
        var before = known is not null && now == known.After ? known.Kept : now;
        return new(other.List, before, word, SubscriptionMergeRule.Join(before, word));
    }

    private static bool IsHandedOver(Subscription other) => other is { State: SubscriptionState.Ended, Address: "" };

    private async Task<bool> GiveAsync(IEnumerable<Move> moves, Contact kept, CancellationToken cancellationToken)
    {
        var isDone = true;
        foreach (var (read, other, entry) in moves)
        {
            var now = read is null ? null : SubscriptionSnapshot.From(read.Value);
            if (now == entry.After || (IsHandedOver(other.Value) && now != entry.Kept)) continue;
            isDone &= await (read is null
                ? subscriptions.AddAsync(entry.After.On(entry.List, kept, clock.GetUtcNow()), cancellationToken)
                : subscriptions.ReplaceAsync(read, entry.After.Put(read.Value), cancellationToken)) is WriteResult.Done;
        }

        return isDone;
    }

    /// <summary>
    /// Only where the other's subscription is still the one that was read: an unsubscription by an old link at this moment counts.
    /// </summary>
    private async Task<bool> EndAsync(IEnumerable<Move> moves, CancellationToken cancellationToken)
    {
        var isDone = true;
        foreach (var (_, other, _) in moves)
        {
            var ended = SubscriptionChange.HandOver(other.Value, clock.GetUtcNow());
            if (!ReferenceEquals(ended, other.Value)) isDone &= await subscriptions.ReplaceAsync(other, ended, cancellationToken) is WriteResult.Done;
        }

        return isDone;
    }

    private async Task DepartAsync(Merge merge, IReadOnlyList<Move> moves, CancellationToken cancellationToken)
    {
        var ended = moves.Select(move => move.Entry).Where(entry => entry.After.State == SubscriptionState.Ended).ToList();
        await DepartAsync(merge.Kept, [.. ended.Where(entry => entry.Kept?.State == SubscriptionState.Confirmed).Select(entry => entry.List)], cancellationToken);
        await DepartAsync(merge.Other, [.. ended.Where(entry => entry.Other.State == SubscriptionState.Confirmed).Select(entry => entry.List)], cancellationToken);
    }

    private async Task DepartAsync(string contact, IReadOnlyList<string> lists, CancellationToken cancellationToken)
    {
        if (lists.Count > 0) await sendExclusions.AddAsync(new() { Contact = contact, Lists = lists, At = clock.GetUtcNow() }, cancellationToken);
    }

    private sealed record Move(Stored<Subscription>? Kept, Stored<Subscription> Other, MergedSubscription Entry);
}
