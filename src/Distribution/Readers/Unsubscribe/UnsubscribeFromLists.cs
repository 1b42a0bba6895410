using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Releases.Drafts;

namespace Distribution.Readers.Unsubscribe;

/// <summary>
/// Ends every list of a release's audience that a contact is on, also for mails that are planned and not yet sent; harmless to repeat. Once
/// begun it is carried through: a mail program's one click does not wait for the answer. A link names the contact of its time: whoever has
/// been merged since leaves as who they are now too.
/// </summary>
public sealed class UnsubscribeFromLists(
    ReleaseStore releases,
    SubscriptionStore subscriptions,
    ContactIds contactIds,
    SendExclusionStore sendExclusions,
    SyncContact syncContact,
    ScheduleUnsubscribeNotice scheduleUnsubscribeNotice,
    TimeProvider clock)
{
    /// <returns>The lists the contact is off, in the order of the audience; none when the release is unknown.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(string release, string contact, CancellationToken cancellationToken)
    {
        if (await releases.FindMainAsync(release, cancellationToken) is not { } found) return [];
        await scheduleUnsubscribeNotice.RunAsync(new(UnsubscribeSource.Release, release, contact), CancellationToken.None);
        HashSet<string> left = [];
        await foreach (var id in contactIds.AllAsync(contact, CancellationToken.None)) left.UnionWith(await UnsubscribeAsync(found.Value.Audience.Lists, id));
        return [.. found.Value.Audience.Lists.Where(left.Contains)];
    }

    /// <summary>Ends every list that the contact gets as a daily digest.</summary>
    /// <returns>The lists the contact is off.</returns>
    public async Task<IReadOnlyList<string>> DigestsAsync(string contact, CancellationToken cancellationToken)
    {
        await scheduleUnsubscribeNotice.RunAsync(new(UnsubscribeSource.Digest, contact, contact), CancellationToken.None);
        HashSet<string> left = [];
        await foreach (var id in contactIds.AllAsync(contact, CancellationToken.None))
        {
            var daily = (await subscriptions.ForContactAsync(id, CancellationToken.None)).Where(row => row.Value.Frequency == Frequency.Daily).Select(row => row.Value.List);
            left.UnionWith(await UnsubscribeAsync([.. daily], id));
        }

        return [.. left.Order(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string>> UnsubscribeAsync(IReadOnlyList<string> lists, string contact)
    {
        List<string> left = [];
        await syncContact.LaterAsync(contact, () => UnsubscribeAsync(lists, contact, left), CancellationToken.None);
        return left;
    }

    private async Task<bool> UnsubscribeAsync(IReadOnlyList<string> lists, string contact, List<string> left)
    {
        var now = clock.GetUtcNow();
        foreach (var list in lists)
        {
            if (await subscriptions.FindAsync(list, contact, CancellationToken.None) is not { } subscription) continue;
            await subscriptions.ChangeAsync(subscription, row => SubscriptionChange.End(row, SubscriptionChange.Unsubscribed, now), CancellationToken.None);
            left.Add(list);
        }

        // After the end, so that a plan made in between has either seen the end or sees the departure.
        if (left.Count > 0) await sendExclusions.AddAsync(new() { Contact = contact, Lists = left, At = now }, CancellationToken.None);
        return left.Count > 0;
    }
}
