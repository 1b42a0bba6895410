using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Digests;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Readers.Unsubscribe;

/// <summary>Finds out what <see cref="UnsubscribeFromLists"/> would do, and does nothing.</summary>
public sealed class ReadUnsubscribeSummary(
    FindCoveredLists findCoveredLists, SubscriptionStore subscriptions, MediaListStore lists, ContactStore contacts, TimeProvider clock)
{
    public async Task<UnsubscribeSummary> RunAsync(UnsubscribeLink link, CancellationToken cancellationToken)
    {
        var covered = await findCoveredLists.RunAsync(link, cancellationToken);
        var owner = await OwnerAsync(link.Contact, cancellationToken);
        var summary = await ReadAsync(owner, covered is null ? [] : await covered.ReadAsync(owner, cancellationToken), cancellationToken);
        return covered is null ? summary : summary with { Topics = covered.Topics, Vocabulary = covered.Vocabulary };
    }

    /// <summary>The same of all their lists.</summary>
    public async Task<UnsubscribeSummary> AllAsync(string contact, CancellationToken cancellationToken)
    {
        var owner = await OwnerAsync(contact, cancellationToken);
        return await ReadAsync(owner, await subscriptions.ForContactAsync(owner, cancellationToken), cancellationToken);
    }

    /// <summary>The contact that theirs has been merged into since.</summary>
    private async Task<string> OwnerAsync(string contact, CancellationToken cancellationToken) =>
        await contacts.OwnerAsync(contact, cancellationToken) ?? contact;

    private async Task<UnsubscribeSummary> ReadAsync(
        string contact, IReadOnlyList<Stored<Subscription>> covered, CancellationToken cancellationToken)
    {
        List<MediaList> on = [], left = [];
        DateTimeOffset? leftAt = null;
        var isDaily = true;
        foreach (var subscription in covered)
        {
            if (await lists.FindAsync(subscription.Value.List, cancellationToken) is not { } list) continue;
            if (subscription.Value.State != SubscriptionState.Ended)
            {
                on.Add(list.Value);
                isDaily &= subscription.Value.Frequency == Frequency.Daily;
            }

            if (!UndoUnsubscribeRule.CanUndo(subscription.Value, clock.GetUtcNow())) continue;
            left.Add(list.Value);
            if (leftAt is null || leftAt < subscription.Value.ChangedAt) leftAt = subscription.Value.ChangedAt;
        }

        var person = (await contacts.FindAsync(contact, cancellationToken))?.Value;
        return new(MailAddress.Parse(person?.Address)?.Masked, person?.Languages ?? [], on, left)
        {
            UnsubscribedAt = leftAt,
            IsDaily = isDaily,
            NotTopics = person?.DeliveryPreferences.NotTopics ?? [],
            PausedUntil = person?.DeliveryPreferences.PausedUntil is { } until && until > clock.GetUtcNow()
                ? SubscriberTimeZone.DayOf(until, person)
                : null,
        };
    }
}
