using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Distribution.Platform.Storage;

/// <summary>
/// Records of one kind in one table. 404, 409 and 412 come back as results; every other failure of the storage is an exception.
/// </summary>
public sealed class Rows<T>(TableClient table)
    where T : class
{
    /// <summary>Version of the row format, written beside the columns.</summary>
    private const int Format = 1;

    private const int MostInTransaction = 100;

    /// <summary>The row, or null; a key that no row may have is not there either.</summary>
    public async Task<Stored<T>?> FindAsync(string partition, string row, CancellationToken cancellationToken)
    {
        if (!RowKey.IsAllowed(partition) || !RowKey.IsAllowed(row)) return null;
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
        return found.HasValue ? Read(found.Value!) : null;
    }

    public Task<WriteResult> AddAsync(string partition, string row, T value, CancellationToken cancellationToken) =>
        WriteAsync(() => table.AddEntityAsync(NewRow(partition, row, value), cancellationToken));

    /// <summary>Writes the new value if the row is still the one that was read.</summary>
    public Task<WriteResult> ReplaceAsync(Stored<T> read, T value, CancellationToken cancellationToken) =>
        WriteAsync(() => table.UpdateEntityAsync(
            Columns<T>.Write(value, new TableEntity(read.Entity)), read.ETag, TableUpdateMode.Replace, cancellationToken));

    /// <summary>Writes a row as a whole if it is still the version that was read.</summary>
    internal Task<WriteResult> ReplaceAsync(TableEntity row, ETag version, CancellationToken cancellationToken) =>
        WriteAsync(() => table.UpdateEntityAsync(row, version, TableUpdateMode.Replace, cancellationToken));

    /// <summary>Writes the value whatever the row holds; for rows that only one writer can mean differently, such as index rows.</summary>
    public Task<WriteResult> PutAsync(string partition, string row, T value, CancellationToken cancellationToken) =>
        WriteAsync(() => table.UpsertEntityAsync(NewRow(partition, row, value), TableUpdateMode.Replace, cancellationToken));

    public Task<WriteResult> DeleteAsync(Stored<T> read, CancellationToken cancellationToken) =>
        DeleteAsync(read.Entity.PartitionKey, read.Entity.RowKey, read.ETag, cancellationToken);

    public Task<WriteResult> DeleteAsync(string partition, string row, ETag version, CancellationToken cancellationToken) =>
        WriteAsync(() => table.DeleteEntityAsync(partition, row, version, cancellationToken));

    /// <summary>Adds several rows of one partition at once, or none when one of them exists; at most 100.</summary>
    public async Task<WriteResult> AddAllAsync(
        string partition, IEnumerable<(string Row, T Value)> rows, CancellationToken cancellationToken)
    {
        var actions = rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, NewRow(partition, row.Row, row.Value)));
        return await TransactAsync(actions, cancellationToken);
    }

    /// <summary>Adds many rows of one partition, a hundred at once. Where a transaction fails, its rows are added one by one.</summary>
    /// <returns>The keys of rows that existed already; they are as they were.</returns>
    public async Task<IReadOnlySet<string>> AddManyAsync(
        string partition, IEnumerable<(string Row, T Value)> rows, CancellationToken cancellationToken)
    {
        HashSet<string> existing = [];
        foreach (var some in rows.Chunk(MostInTransaction))
        {
            if (await AddTogetherAsync(partition, some, cancellationToken)) continue;
            foreach (var (row, value) in some)
            {
                if (await AddAsync(partition, row, value, cancellationToken) is WriteResult.Exists) existing.Add(row);
            }
        }

        return existing;
    }

    /// <summary>A transaction of one partition; the result is that of its first write.</summary>
    public async Task<WriteResult> TransactAsync(IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            var responses = await table.SubmitTransactionAsync(actions, cancellationToken);
            return new WriteResult.Done(responses.Value[0].Headers.ETag ?? default);
        }
        catch (TableTransactionFailedException failure) when (Expected(failure) is { } result)
        {
            return result;
        }
    }

    public async IAsyncEnumerable<Stored<T>> QueryAsync(string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)) yield return Read(row);
    }

    /// <summary>
    /// Of each record that matches, the part that <typeparamref name="TPart"/> has properties for; no other column is read. While one page
    /// is worked on the next is under way.
    /// </summary>
    public async IAsyncEnumerable<TPart> PartsAsync<TPart>(string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TPart : class
    {
        await using var pages = table.QueryAsync<TableEntity>(filter, select: Columns<TPart>.Names, cancellationToken: cancellationToken)
            .AsPages().GetAsyncEnumerator(cancellationToken);
        var next = pages.MoveNextAsync().AsTask();
        try
        {
            while (await next)
            {
                var page = pages.Current.Values;
                next = pages.MoveNextAsync().AsTask();
                foreach (var row in page) yield return Columns<TPart>.Read(row);
            }
        }
        finally
        {
            // A caller that stops early leaves no request running.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Of each row that matches, its key and when it was last written, and no column.</summary>
    public async IAsyncEnumerable<(string Row, DateTimeOffset? WrittenAt)> TimesAsync(
        string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string[] keys = [nameof(TableEntity.RowKey), nameof(TableEntity.Timestamp)];
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: keys, cancellationToken: cancellationToken))
            yield return (row.RowKey, row.Timestamp);
    }

    /// <summary>Up to <paramref name="limit"/> rows that match, in key order, and the row key to continue after.</summary>
    public async Task<Page<Stored<T>>> PageAsync(string filter, int limit, CancellationToken cancellationToken)
    {
        List<Stored<T>> items = [];
        await foreach (var row in table.QueryAsync<TableEntity>(filter, limit + 1, cancellationToken: cancellationToken))
        {
            items.Add(Read(row));
            if (items.Count > limit) break;
        }

        return items.Count > limit
            ? new(items[..limit], items[limit - 1].Entity.RowKey)
            : new(items, null);
    }

    internal static TableEntity NewRow(string partition, string row, T value)
    {
        var entity = Columns<T>.Write(value, new TableEntity(partition, row));
        entity["Format"] = Format;
        return entity;
    }

    internal static Stored<T> Read(TableEntity row) => new(Columns<T>.Read(row), row);

    private async Task<bool> AddTogetherAsync(string partition, (string Row, T Value)[] rows, CancellationToken cancellationToken)
    {
        try
        {
            return await AddAllAsync(partition, rows, cancellationToken) is WriteResult.Done;
        }
        catch (RequestFailedException failure) when (failure.Status == 413)
        {
            // More than the service takes in one request.
            return false;
        }
    }

    private static async Task<WriteResult> WriteAsync(Func<Task<Response>> write)
    {
        try
        {
            var response = await write();
            return response.Status == 404 ? new WriteResult.Missing() : new WriteResult.Done(response.Headers.ETag ?? default);
        }
        catch (RequestFailedException failure) when (Expected(failure) is { } result)
        {
            return result;
        }
    }

    private static WriteResult? Expected(RequestFailedException failure) => (failure.Status, failure.ErrorCode) switch
    {
        (404, not "TableNotFound") => new WriteResult.Missing(),
        (409, "EntityAlreadyExists") => new WriteResult.Exists(),
        (412, _) => new WriteResult.Changed(),
        _ => null,
    };
}
