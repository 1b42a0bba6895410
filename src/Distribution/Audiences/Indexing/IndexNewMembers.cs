using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Contacts.Search;

namespace Distribution.Audiences.Indexing;

/// <summary>
/// Brings the index up to date with many contacts that have just been put on media lists, in large transactions. The index itself holds the
/// lists that a
/// contact was on before: code that changes these writes to the index afterwards, and of two writers the later looks again.
/// </summary>
public sealed class IndexNewMembers(ContactStore contacts, OutletStore outlets, ContactIndexStore index, TimeProvider clock)
{
    /// <param name="lists">Ids of the lists that each contact has just been put on, by the contact's id.</param>
    /// <returns>Contacts to do with <see cref="UpdateIndex"/>: those that the index does not know, and those that another writer came to.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyDictionary<string, IReadOnlyList<string>> lists, CancellationToken cancellationToken)
    {
        if (lists.Count == 0) return [];
        // Before contacts and outlets, so that a change made in between is noticed.
        var before = await index.FindManyAsync([.. lists.Keys], cancellationToken);
        var found = await contacts.FindManyAsync([.. before.Keys], cancellationToken);
        var known = await outlets.AllAsync(cancellationToken).ToDictionaryAsync(outlet => outlet.Value.Id, outlet => outlet.Value, cancellationToken: cancellationToken);
        var now = clock.GetUtcNow();
        var changes = found.Keys.Order(StringComparer.Ordinal).Select(id => IndexChange.Compare(
            id, before[id], IndexRows.Create(found[id].Value, known, before[id].Value.Lists.Concat(lists[id]), now), now));
        return [.. lists.Keys.Except(found.Keys), .. await index.WriteAsync(changes, cancellationToken)];
    }
}
