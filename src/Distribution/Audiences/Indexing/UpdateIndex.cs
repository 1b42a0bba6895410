using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Contacts.Search;

namespace Distribution.Audiences.Indexing;

/// <summary>
/// Updates the index rows of a contact from the contact, its media lists and its outlets; idempotent. Of two
/// runs at once, the one that finds that the other came between does it again.
/// </summary>
public sealed class UpdateIndex(
    ContactStore contacts, OutletStore outlets, SubscriptionStore subscriptions, ContactIndexStore index, TimeProvider clock)
    : IContactProjection
{
    async Task<bool> IContactProjection.RunAsync(string id, Contact? contact, CancellationToken cancellationToken)
    {
        await RunAsync(id, cancellationToken);
        return true;
    }

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        HashSet<IndexKey> written = [];
        for (var isDone = false; !isDone;)
        {
            var before = await index.FindAsync(id, cancellationToken);
            var rows = await RowsAsync(id, cancellationToken);
            var change = IndexChange.Compare(id, before, rows, clock.GetUtcNow(), written);
            written.UnionWith(change.After.Keys);
            isDone = await index.WriteAsync([change], cancellationToken) is [];
        }
    }

    private async Task<IReadOnlyList<IndexRow>> RowsAsync(string id, CancellationToken cancellationToken)
    {
        if (await contacts.FindAsync(id, cancellationToken) is not { Value: var contact }) return [];
        var lists = (await subscriptions.ForContactAsync(id, cancellationToken))
            .Select(subscription => subscription.Value)
            .Where(subscription => subscription.State == SubscriptionState.Confirmed)
            .Select(subscription => subscription.List);
        return IndexRows.Create(contact, await OutletsAsync(contact, cancellationToken), lists, clock.GetUtcNow());
    }

    private async Task<Dictionary<string, Outlet>> OutletsAsync(Contact contact, CancellationToken cancellationToken)
    {
        Dictionary<string, Outlet> found = [];
        foreach (var id in contact.Positions.Select(position => position.Outlet).Distinct())
        {
            if (await outlets.FindAsync(id, cancellationToken) is { Value: var outlet }) found[id] = outlet;
        }

        return found;
    }
}
