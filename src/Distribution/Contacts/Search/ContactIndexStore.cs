using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;

namespace Distribution.Contacts.Search;

/// <summary>
/// The index of contacts: a partition for each status and facet, sorted by name, and for each letter that words begin with, sorted by word
/// and name. Which rows a contact has is in a row of its own, written first.
/// </summary>
public sealed class ContactIndexStore(Tables tables)
{
    private const int AtOnce = 8;

    /// <summary>Up to this number of rows of a shard are read one by one; for more the range between them is read.</summary>
    private const int FewInShard = 30;

    private readonly TableClient table = tables[Tables.ContactIndex];
    private readonly Rows<IndexedContact> contacts = new(tables[Tables.ContactIndex]);
    private readonly Rows<IndexEntry> entries = new(tables[Tables.ContactIndex]);

    /// <summary>The index rows of a contact. Read them before the contact, so that a change made in between is noticed.</summary>
    public Task<Stored<IndexedContact>?> FindAsync(string contact, CancellationToken cancellationToken) =>
        contacts.FindAsync(Keys(contact), contact, cancellationToken);

    /// <summary>The index rows of contacts, of those that have any.</summary>
    public async Task<IReadOnlyDictionary<string, Stored<IndexedContact>>> FindManyAsync(
        IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        Dictionary<string, Stored<IndexedContact>> found = [];
        foreach (var shard in ids.GroupBy(Keys))
        {
            var wanted = shard.ToHashSet();
            if (wanted.Count > FewInShard)
            {
                var filter =
                    TableClient.CreateQueryFilter($"PartitionKey eq {shard.Key} and RowKey ge {wanted.Min()} and RowKey le {wanted.Max()}");
                await foreach (var row in contacts.QueryAsync(filter, cancellationToken))
                {
                    if (wanted.Contains(row.Entity.RowKey)) found[row.Entity.RowKey] = row;
                }

                continue;
            }

            foreach (var id in wanted)
            {
                if (await FindAsync(id, cancellationToken) is { } row) found[id] = row;
            }
        }

        return found;
    }

    /// <summary>
    /// Writes changes of different contacts, in transactions as large as they may be; idempotent. It costs the least when the
    /// contacts are sorted by id and come many at once.
    /// </summary>
    /// <returns>Contacts that another writer came to meanwhile: do them again, from <see cref="FindAsync"/> on.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(IEnumerable<IndexChange> changes, CancellationToken cancellationToken)
    {
        List<IndexChange> all = [.. changes.Where(change => !change.IsEmpty)];
        var versions = await WriteKeysAsync(all, cancellationToken);
        List<IndexChange> mine = [.. all.Where(change => versions.ContainsKey(change.Contact))];
        await ForEachPartitionAsync(RowsOf(mine.Where(change => change.Before is null)), AddAsync, cancellationToken);
        await ForEachPartitionAsync(RowsOf(mine.Where(change => change.Before is not null)), PutAsync, cancellationToken);
        await ForEachPartitionAsync(
            mine.SelectMany(change => change.After.Former).Select(key => new TableEntity(key.Partition, key.Row)),
            DeleteAsync,
            cancellationToken);
        var kept = await ForgetGoneAsync(mine, versions, cancellationToken);
        return [.. all.Select(change => change.Contact).Except(kept)];
    }

    /// <summary>Whether a contact works or worked for the outlet.</summary>
    public Task<bool> AnyAtAsync(string outlet, CancellationToken cancellationToken) =>
        AnyWithAsync(Facet.Outlet(outlet), cancellationToken);

    /// <summary>Whether a contact is found by the facet, archived or not.</summary>
    public async Task<bool> AnyWithAsync(Facet facet, CancellationToken cancellationToken)
    {
        foreach (var status in Enum.GetValues<ContactStatus>())
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {facet.Partition(status)}");
            if (await entries.PageAsync(filter, 1, cancellationToken) is { Items.Count: > 0 }) return true;
        }

        return false;
    }

    /// <summary>Keys of contacts that work or worked for the outlet, by name, after a row if given.</summary>
    public async Task<Platform.Storage.Page<IndexKey>> ContactsAtAsync(
        string outlet, ContactStatus status, int limit, string? after, CancellationToken cancellationToken)
    {
        var partition = Facet.Outlet(outlet).Partition(status);
        var page = await entries.PageAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after ?? ""}"), limit, cancellationToken);
        return new([.. page.Items.Select(row => new IndexKey(partition, row.Entity.RowKey))], page.After);
    }

    /// <summary>Deletes rows of contacts that were last written before an instant of the storage's clock; reads the whole table.</summary>
    public async Task DeleteBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var (first, last) = (Facet.All.Partition(ContactStatus.Active), "archived/");
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {last} and Timestamp lt {instant}");
        string[] columns = [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey)];
        await foreach (var page in table.QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellationToken).AsPages())
        {
            await ForEachPartitionAsync(
                page.Values.Select(row => new TableEntity(row.PartitionKey, row.RowKey)), DeleteAsync, cancellationToken);
        }
    }

    /// <summary>One request for up to <paramref name="limit"/> rows of a search; null when the storage does not know the token.</summary>
    internal async Task<IndexPage?> SearchAsync(SearchPlan plan, SearchCursor? after, int limit, CancellationToken cancellationToken)
    {
        var rows =
            table.QueryAsync<TableEntity>(plan.Filter((after as SearchCursor.Row)?.Key), limit, cancellationToken: cancellationToken);
        try
        {
            var page = await rows.AsPages((after as SearchCursor.Token)?.Text).FirstAsync(cancellationToken);
            return new(
                [.. page.Values.Select(row => (row.RowKey, Columns<IndexEntry>.Read(row)))],
                page.ContinuationToken is { } token ? new(token) : null);
        }
        catch (RequestFailedException failure) when (failure.Status == 400 && after is SearchCursor.Token)
        {
            return null;
        }
    }

    private static string Keys(string contact) => $"keys:{contact[0]}";

    private async Task<ConcurrentDictionary<string, ETag>> WriteKeysAsync(
        IReadOnlyList<IndexChange> changes, CancellationToken cancellationToken)
    {
        ConcurrentDictionary<string, ETag> versions = [];
        var byContact = changes.ToDictionary(change => change.Contact);
        await ForEachPartitionAsync(changes.Select(KeysRow), WriteAsync, cancellationToken);
        return versions;

        async Task WriteAsync(IReadOnlyList<TableEntity> rows, CancellationToken token)
        {
            try
            {
                if (rows.Count == 1) await WriteOneAsync(rows[0], token);
                else await WriteManyAsync(rows, token);
            }
            catch (TableTransactionFailedException failure) when (failure.Status is 404 or 409 or 412)
            {
                foreach (var row in rows) await WriteOneAsync(row, token);
            }
        }

        async Task WriteManyAsync(IReadOnlyList<TableEntity> rows, CancellationToken token)
        {
            var responses = await table.SubmitTransactionAsync(rows.Select(row => byContact[row.RowKey].Before is { } before
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, row, before.ETag)
                : new TableTransactionAction(TableTransactionActionType.Add, row)), token);
            foreach (var (row, response) in rows.Zip(responses.Value)) versions[row.RowKey] = response.Headers.ETag!.Value;
        }

        async Task WriteOneAsync(TableEntity row, CancellationToken token)
        {
            var change = byContact[row.RowKey];
            var written = change.Before is { } before
                ? await contacts.ReplaceAsync(before, change.After, token)
                : await contacts.AddAsync(row.PartitionKey, row.RowKey, change.After, token);
            if (written is WriteResult.Done done) versions[row.RowKey] = done.ETag;
        }
    }

    private static TableEntity KeysRow(IndexChange change) => change.Before is { } before
        ? Columns<IndexedContact>.Write(change.After, new TableEntity(before.Entity))
        : Rows<IndexedContact>.NewRow(Keys(change.Contact), change.Contact, change.After);

    private static IEnumerable<IndexRow> RowsOf(IEnumerable<IndexChange> changes) => changes.SelectMany(change => change.Rows);

    /// <summary>
    /// Rows of contacts that never had any: adding costs the storage less than putting. Where one is there all the same, as after a crash,
    /// they are put.
    /// </summary>
    private async Task AddAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        if (rows.Count > 1 && await entries.TransactAsync(
            rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellationToken) is WriteResult.Done)
            return;
        await PutAsync(rows, cancellationToken);
    }

    private Task PutAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken) => rows.Count == 1
        ? table.UpsertEntityAsync(rows[0], TableUpdateMode.Replace, cancellationToken)
        : table.SubmitTransactionAsync(
            rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);

    /// <summary>A transaction fails as a whole where one row is gone already, as after a crash; then each is deleted alone.</summary>
    private async Task DeleteAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken)
    {
        if (rows.Count > 1 && await DeleteAtOnceAsync(rows, cancellationToken)) return;
        foreach (var row in rows) await entries.DeleteAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
    }

    private async Task<bool> DeleteAtOnceAsync(IReadOnlyList<TableEntity> rows, CancellationToken cancellationToken) =>
        await entries.TransactAsync(
            rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)),
            cancellationToken) is WriteResult.Done;

    /// <summary>Forgets contacts that have no rows any more.</summary>
    /// <returns>Those that nobody else has written to since we did.</returns>
    private async Task<IEnumerable<string>> ForgetGoneAsync(
        IReadOnlyList<IndexChange> changes, ConcurrentDictionary<string, ETag> versions, CancellationToken cancellationToken)
    {
        List<string> kept = [];
        foreach (var change in changes.Where(change => change.Rows.Count == 0))
        {
            var forgotten = await contacts.DeleteAsync(Keys(change.Contact), change.Contact, versions[change.Contact], cancellationToken);
            if (forgotten is WriteResult.Done) kept.Add(change.Contact);
        }

        foreach (var shard in changes.Where(change => change.Rows.Count > 0).GroupBy(change => Keys(change.Contact)))
        {
            var (first, last) = (shard.Min(change => change.Contact), shard.Max(change => change.Contact));
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {shard.Key} and RowKey ge {first} and RowKey le {last}");
            string[] columns = [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey), nameof(TableEntity.Timestamp)];
            await foreach (var row in table.QueryAsync<TableEntity>(filter, select: columns, cancellationToken: cancellationToken))
            {
                if (versions.TryGetValue(row.RowKey, out var version) && version == row.ETag) kept.Add(row.RowKey);
            }
        }

        return kept;
    }

    private static Task ForEachPartitionAsync(
        IEnumerable<TableEntity> rows,
        Func<IReadOnlyList<TableEntity>, CancellationToken, Task> write,
        CancellationToken cancellationToken) =>
        ForEachAsync(rows.GroupBy(row => row.PartitionKey).SelectMany(IndexTransactions.Split), write, cancellationToken);

    /// <summary>Only the rows of the transactions under way are entities, which are large.</summary>
    private static Task ForEachPartitionAsync(
        IEnumerable<IndexRow> rows, Func<IReadOnlyList<TableEntity>, CancellationToken, Task> write, CancellationToken cancellationToken) =>
        ForEachAsync(
            rows.GroupBy(row => row.Key.Partition)
                .SelectMany(partition => IndexTransactions.Split(partition.Select(row => row.ToEntity()))), write, cancellationToken);

    private static Task ForEachAsync(
        IEnumerable<IReadOnlyList<TableEntity>> transactions,
        Func<IReadOnlyList<TableEntity>, CancellationToken, Task> write,
        CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            transactions,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (transaction, token) => await write(transaction, token));
}
