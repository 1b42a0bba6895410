using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Addresses;
using Distribution.Releases.Drafts;

namespace Distribution.Readers.Unsubscribe;

/// <summary>Finds out what <see cref="UnsubscribeFromLists"/> would do, and does nothing.</summary>
public sealed class ReadUnsubscribeSummary(ReleaseStore releases, SubscriptionStore subscriptions, MediaListStore lists, ContactStore contacts, TimeProvider clock)
{
    public async Task<UnsubscribeSummary> RunAsync(string release, string contact, CancellationToken cancellationToken)
    {
        var found = (await releases.FindMainAsync(release, cancellationToken))?.Value;
        var preview = await ReadAsync(contact, _ => Task.FromResult(found?.Audience.Lists ?? []), cancellationToken);
        return preview with { Topics = found?.Topics ?? [] };
    }

    /// <summary>The same of all lists that the contact gets as a daily digest.</summary>
    public Task<UnsubscribeSummary> DigestsAsync(string contact, CancellationToken cancellationToken) => ReadAsync(
        contact,
        async id => [.. (await subscriptions.ForContactAsync(id, cancellationToken)).Where(row => row.Value.Frequency == Frequency.Daily).Select(row => row.Value.List)],
        cancellationToken);

    /// <summary>The same of all their lists.</summary>
    public Task<UnsubscribeSummary> AllAsync(string contact, CancellationToken cancellationToken) => ReadAsync(
        contact, async id => [.. (await subscriptions.ForContactAsync(id, cancellationToken)).Select(row => row.Value.List)], cancellationToken);

    private async Task<UnsubscribeSummary> ReadAsync(string contact, Func<string, Task<IReadOnlyList<string>>> listsOf, CancellationToken cancellationToken)
    {
        // A contact that was merged since is the surviving contact now.
        var now = await contacts.OwnerAsync(contact, cancellationToken) ?? contact;
        List<MediaList> on = [], left = [];
        DateTimeOffset? leftAt = null;
        foreach (var id in await listsOf(now))
        {
            var subscription = await subscriptions.FindAsync(id, now, cancellationToken);
            if (subscription is null || await lists.FindAsync(id, cancellationToken) is not { } list) continue;
            if (subscription.Value.State != SubscriptionState.Ended) on.Add(list.Value);
            if (!UndoUnsubscribeRule.CanUndo(subscription.Value, clock.GetUtcNow())) continue;
            left.Add(list.Value);
            if (leftAt is null || leftAt < subscription.Value.ChangedAt) leftAt = subscription.Value.ChangedAt;
        }

        var person = (await contacts.FindAsync(now, cancellationToken))?.Value;
        return new(MailAddress.Parse(person?.Address)?.Masked, person?.Languages ?? [], on, left) { UnsubscribedAt = leftAt };
    }
}
