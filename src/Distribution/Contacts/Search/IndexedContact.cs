namespace Distribution.Contacts.Search;

/// <summary>Which rows of the index a contact has. Written before those rows are, so that every row that was ever begun can be found and deleted.</summary>
public sealed record IndexedContact
{
    public required IReadOnlyList<IndexKey> Keys { get; init; }

    /// <summary>Earlier rows of the contact; the next writer deletes them once more, in case a slower one has written them again.</summary>
    public IReadOnlyList<IndexKey> Former { get; init; } = [];

    public required DateTimeOffset At { get; init; }

    /// <summary>Ids of the media lists that it is found by.</summary>
    internal IEnumerable<string> Lists => Keys.Select(key => Facet.ListOf(key.Partition)).OfType<string>();
}
