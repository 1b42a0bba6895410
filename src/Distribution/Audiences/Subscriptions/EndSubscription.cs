using Distribution.Audiences.Merging;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Subscriptions;

/// <summary>
/// Ends one subscription, also for mails that are planned and not yet sent; ended already is fine. Whoever has been merged is meant under
/// every id. Once begun it is carried through.
/// </summary>
public sealed class EndSubscription(
    SubscriptionStore subscriptions, ContactIds contactIds, SendExclusionStore sendExclusions, SyncContact syncContact, TimeProvider clock)
{
    /// <returns>The ended subscription, or null when there is none.</returns>
    public async Task<Stored<Subscription>?> RunAsync(string list, string contact, string reason, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Stored<Subscription>? ended = null;
        await foreach (var id in contactIds.AllAsync(contact, CancellationToken.None)) ended = await EndAsync(list, id, reason) ?? ended;
        return ended;
    }

    private async Task<Stored<Subscription>?> EndAsync(string list, string contact, string reason)
    {
        if (await subscriptions.FindAsync(list, contact, CancellationToken.None) is not { } found) return null;
        var ended = found;
        await syncContact.RunAsync(
            contact,
            async () =>
            {
                ended = await subscriptions.ChangeAsync(found, row => SubscriptionChange.End(row, reason, clock.GetUtcNow()), CancellationToken.None);
                // After the end, so that a plan made in between has either seen the end or sees the departure.
                await sendExclusions.AddAsync(new() { Contact = contact, Lists = [list], At = clock.GetUtcNow() }, CancellationToken.None);
                return ended is null ? new WriteResult.Missing() : new WriteResult.Done(ended.ETag);
            },
            CancellationToken.None);
        return ended;
    }
}
