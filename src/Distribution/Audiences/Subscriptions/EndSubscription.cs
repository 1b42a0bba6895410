using Distribution.Audiences.Merging;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Subscriptions;

/// <summary>Ends one subscription of a contact under every id that it was merged from or into. Once begun it is carried through.</summary>
public sealed class EndSubscription(SubscriptionStore subscriptions, ContactIds contactIds, EndSubscriptions endSubscriptions, SyncContact syncContact)
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
        Stored<Subscription>? ended = null;
        await syncContact.RunAsync(
            contact,
            async () =>
            {
                ended = (await endSubscriptions.RunAsync([found], reason)).SingleOrDefault();
                return ended is null ? new WriteResult.Missing() : new WriteResult.Done(ended.ETag);
            },
            CancellationToken.None);
        return ended;
    }
}
