using Distribution.Audiences.MediaLists;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Storage;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Topics;

namespace Distribution.Audiences.Selection;

/// <summary>Reads what releases may name; an organisation has hundreds of each, so all are read at once.</summary>
public sealed class ReadReferences(
    OfficeStore offices, PressOfficerStore officers, MediaListStore lists, OutletStore outlets, TopicStore topics)
{
    public async Task<ReleaseReferences> RunAsync(CancellationToken cancellationToken) => new(
        await AllAsync(offices, office => office.Id, cancellationToken),
        await AllAsync(officers, officer => officer.Id, cancellationToken),
        await AllAsync(lists, list => list.Id, cancellationToken))
    {
        Outlets = await AllAsync(outlets, outlet => outlet.Id, cancellationToken),
        Topics = await topics.ReadAsync(cancellationToken),
    };

    private static async Task<IReadOnlyDictionary<string, T>> AllAsync<T>(
        ResourceStore<T> resourceStore, Func<T, string> id, CancellationToken cancellationToken)
        where T : class =>
        await resourceStore.AllAsync(cancellationToken)
            .ToDictionaryAsync(row => id(row.Value), row => row.Value, cancellationToken: cancellationToken);
}
