using Azure.Data.Tables;

namespace Distribution.Platform.Storage;

/// <summary>Records of one kind by id, in a partition of their own: for the things an organisation has hundreds of, not millions.</summary>
public abstract class ResourceStore<T>(TableClient table, string partition)
    where T : class
{
    protected Rows<T> Rows { get; } = new(table);

    public Task<Stored<T>?> FindAsync(string id, CancellationToken cancellationToken) => Rows.FindAsync(partition, id, cancellationToken);

    public virtual Task<WriteResult> AddAsync(string id, T value, CancellationToken cancellationToken) =>
        Rows.AddAsync(partition, id, value, cancellationToken);

    public virtual Task<WriteResult> ReplaceAsync(Stored<T> read, T value, CancellationToken cancellationToken) =>
        Rows.ReplaceAsync(read, value, cancellationToken);

    public Task<WriteResult> DeleteAsync(Stored<T> read, CancellationToken cancellationToken) => Rows.DeleteAsync(read, cancellationToken);

    /// <summary>All of them, by id.</summary>
    public IAsyncEnumerable<Stored<T>> AllAsync(CancellationToken cancellationToken) =>
        Rows.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken);

    /// <summary>
    /// Up to <paramref name="limit"/> of those that pass, by id, after the id <paramref name="after"/> if given, and how many pass in all.
    /// </summary>
    public async Task<(Page<T> Page, int Total)> PageAsync(
        Func<T, bool> passes, int limit, string? after, CancellationToken cancellationToken)
    {
        var all = await AllAsync(cancellationToken).Where(row => passes(row.Value)).ToListAsync(cancellationToken);
        var rest = all.SkipWhile(row => string.CompareOrdinal(row.Entity.RowKey, after) <= 0).ToList();
        var next = rest.Count > limit ? rest[limit - 1].Entity.RowKey : null;
        return (new([.. rest.Take(limit).Select(row => row.Value)], next), all.Count);
    }

    /// <summary>Up to <paramref name="limit"/> of them by id, after the id <paramref name="after"/> if given.</summary>
    public Task<Page<Stored<T>>> PageAsync(int limit, string? after, CancellationToken cancellationToken) =>
        Rows.PageAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after ?? ""}"), limit, cancellationToken);
}
