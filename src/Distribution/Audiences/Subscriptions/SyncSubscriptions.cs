using Distribution.Audiences.Merging;
using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Subscriptions;

/// <summary>
/// Updates the copies of a contact in its subscriptions, has the lists' rules applied to it, and ends the subscriptions when the contact is
/// deleted.
/// </summary>
public sealed class SyncSubscriptions(SubscriptionStore subscriptions, MergeStore merges, ApplyRules applyRules, TimeProvider clock)
    : IContactProjection
{
    public async Task<bool> RunAsync(string id, Contact? contact, CancellationToken cancellationToken)
    {
        // A subscription that a merge has taken away is still carried over by the merge, which then syncs the contact.
        if (contact is null && await merges.UnderWayAsync(id, cancellationToken) is not null) return false;
        var found = await subscriptions.ForContactAsync(id, cancellationToken);
        foreach (var subscription in found)
        {
            await subscriptions.ChangeAsync(subscription, row => SubscriptionChange.Copy(row, contact, clock.GetUtcNow()), cancellationToken);
        }

        if (contact is not null) await applyRules.RunAsync(contact, found.Where(row => row.Value.IsByRule).Select(row => row.Value.List), cancellationToken);
        return true;
    }
}
