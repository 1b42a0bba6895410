using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Duplicates;

/// <summary>Pairs of contacts that may be one person, and how far the search for them is.</summary>
public sealed class DuplicateStore(Tables tables)
{
    private const string Pairs = "pairs";
    private const string Searches = "searches";
    private const string Search = "search";

    private readonly Rows<Duplicate> duplicates = new(tables[Tables.Duplicates]);
    private readonly Rows<DuplicateSearch> searches = new(tables[Tables.Duplicates]);

    /// <summary>The pair, whichever of the two is named first.</summary>
    public Task<Stored<Duplicate>?> FindAsync(string first, string second, CancellationToken cancellationToken) =>
        duplicates.FindAsync(
            Pairs, string.CompareOrdinal(first, second) < 0 ? $"{first}.{second}" : $"{second}.{first}", cancellationToken);

    /// <summary>Adds a pair; one that is known, or dismissed, stays as it is.</summary>
    public Task<WriteResult> AddAsync(Duplicate duplicate, CancellationToken cancellationToken) =>
        duplicates.AddAsync(Pairs, $"{duplicate.First}.{duplicate.Second}", duplicate, cancellationToken);

    public Task<WriteResult> ReplaceAsync(Stored<Duplicate> read, Duplicate duplicate, CancellationToken cancellationToken) =>
        duplicates.ReplaceAsync(read, duplicate, cancellationToken);

    public Task<WriteResult> DeleteAsync(Stored<Duplicate> read, CancellationToken cancellationToken) =>
        duplicates.DeleteAsync(read, cancellationToken);

    /// <summary>Deletes the pairs that a contact is one of, dismissed ones too; reads all pairs.</summary>
    public async Task DeleteOfAsync(string contact, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Pairs} and (First eq {contact} or Second eq {contact})");
        await foreach (var pair in duplicates.QueryAsync(filter, cancellationToken))
        {
            await duplicates.DeleteAsync(pair.Entity.PartitionKey, pair.Entity.RowKey, Azure.ETag.All, cancellationToken);
        }
    }

    public IAsyncEnumerable<Stored<Duplicate>> AllAsync(CancellationToken cancellationToken) =>
        duplicates.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Pairs}"), cancellationToken);

    /// <summary>Up to <paramref name="limit"/> pairs that nobody has dismissed, after the row <paramref name="after"/> if given.</summary>
    public Task<Page<Stored<Duplicate>>> PageAsync(int limit, string? after, CancellationToken cancellationToken) => duplicates.PageAsync(
        TableClient.CreateQueryFilter($"PartitionKey eq {Pairs} and RowKey gt {after ?? ""} and IsDismissed eq {false}"),
        limit,
        cancellationToken);

    public Task<Stored<DuplicateSearch>?> FindSearchAsync(CancellationToken cancellationToken) =>
        searches.FindAsync(Searches, Search, cancellationToken);

    /// <summary>Writes how far the search is, if it is still the one that was read.</summary>
    public Task<WriteResult> SaveSearchAsync(
        Stored<DuplicateSearch>? read, DuplicateSearch search, CancellationToken cancellationToken) => read is null
        ? searches.AddAsync(Searches, Search, search, cancellationToken)
        : searches.ReplaceAsync(read, search, cancellationToken);
}
