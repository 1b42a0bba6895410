using Distribution.Platform.Storage;

namespace Distribution.Audiences.Subscriptions;

/// <summary>
/// Ends subscriptions of one contact, also for mails that are planned and not yet sent; one that has ended keeps its reason. Once begun it is
/// carried through.
/// </summary>
public sealed class EndSubscriptions(SubscriptionStore subscriptions, SendExclusionStore sendExclusions, TimeProvider clock)
{
    /// <returns>The ended subscriptions, without those that are gone meanwhile.</returns>
    public async Task<IReadOnlyList<Stored<Subscription>>> RunAsync(IReadOnlyList<Stored<Subscription>> read, string reason)
    {
        if (read.Count == 0) return [];
        List<Stored<Subscription>> ended = [];
        var now = clock.GetUtcNow();
        foreach (var row in read)
        {
            if (await subscriptions.ChangeAsync(row, current => SubscriptionChange.End(current, reason, now), CancellationToken.None) is { } changed) ended.Add(changed);
        }

        // After the end, so that a plan made in between has either seen the end or sees the exclusion.
        SendExclusion exclusion = new() { Contact = read[0].Value.Contact, Lists = [.. read.Select(row => row.Value.List)], At = now };
        await sendExclusions.AddAsync(exclusion, CancellationToken.None);
        return ended;
    }
}
