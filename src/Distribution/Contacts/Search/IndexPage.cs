namespace Distribution.Contacts.Search;

/// <summary>The result of one request for rows of the index.</summary>
/// <param name="Rows">Row keys and what stands there.</param>
/// <param name="Rest">Where the storage stopped; null when there is no more.</param>
internal sealed record IndexPage(IReadOnlyList<(string Row, IndexEntry Entry)> Rows, SearchCursor.Token? Rest);
