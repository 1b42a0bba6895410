using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Readers.Unsubscribe;

/// <summary>
/// Ends every list that a link covers, also for mails that are planned and not yet sent; idempotent. Once begun it is carried through: a
/// mail program's one click does not wait for the answer. A link names the contact of its time: if that has been merged since, the surviving
/// contact is unsubscribed as well.
/// </summary>
public sealed class UnsubscribeFromLists(
    FindCoveredLists findCoveredLists,
    ContactIds contactIds,
    EndSubscriptions endSubscriptions,
    SyncContact syncContact,
    ScheduleUnsubscribeNotice scheduleUnsubscribeNotice)
{
    /// <returns>The lists the contact is off; none when the release is unknown.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(UnsubscribeLink link, CancellationToken cancellationToken)
    {
        if (await findCoveredLists.RunAsync(link, cancellationToken) is not { } covered) return [];
        await scheduleUnsubscribeNotice.RunAsync(UnsubscribeNotice.Create(link), CancellationToken.None);
        List<string> left = [];
        await foreach (var id in contactIds.AllAsync(link.Contact, CancellationToken.None))
        {
            var found = await covered.ReadAsync(id, CancellationToken.None);
            if (found.Count > 0) await syncContact.LaterAsync(id, () => EndAsync(found), CancellationToken.None);
            left.AddRange(found.Select(subscription => subscription.Value.List));
        }

        return [.. left.Distinct()];
    }

    private async Task<bool> EndAsync(IReadOnlyList<Stored<Subscription>> found)
    {
        await endSubscriptions.RunAsync(found, SubscriptionChange.Unsubscribed);
        return true;
    }
}
