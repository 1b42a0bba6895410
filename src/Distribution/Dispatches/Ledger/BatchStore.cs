using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Ledger;

/// <summary>The ledger: the batches of dispatches, a partition for each plan.</summary>
public sealed class BatchStore(Tables tables)
{
    /// <summary>Most rows and most bytes, as encoded, of one transaction; the service takes 100 and 4 MiB.</summary>
    private const int MostRows = 100;
    private const int MostBytes = 3_500_000;

    /// <summary>Bytes of a row beside its recipients: the other columns, the tally included, names and the parts of the request.</summary>
    private const int BytesPerRow = 8_000;

    private const int BytesPerCharacter = 6;

    /// <summary>Whole rows that are read at once: two megabytes of recipients and their outcomes.</summary>
    private const int RowsInMemory = 100;

    /// <summary>Whole rows that are read for one page of recipients.</summary>
    private const int RowsAtOnce = 10;

    private readonly TableClient table = tables[Tables.Batches];
    private readonly DispatchStore dispatches = new(tables);

    /// <summary>Whether a transaction of this number of rows and bytes takes one more of <paramref name="more"/> bytes.</summary>
    public static bool HasRoom(int rows, int bytes, int more) => rows < MostRows && bytes + more <= MostBytes;

    /// <summary>
    /// Most bytes that a batch takes in a transaction. In the request's JSON a letter outside ASCII takes six bytes, and so does a
    /// quotation mark.
    /// </summary>
    public static int EncodedBytes(Batch batch) => BytesPerRow + (BytesPerCharacter * batch.Recipients.Sum(BatchJson.Length));

    /// <summary>
    /// Adds batches of one plan at once. A plan id is used by one planner only, so what is there already is its own, written before.
    /// </summary>
    public async Task AddAsync(IEnumerable<Batch> batches, CancellationToken cancellationToken) =>
        await table.SubmitTransactionAsync(
            batches.Select(batch => new TableTransactionAction(TableTransactionActionType.UpsertReplace, BatchRow.New(batch))),
            cancellationToken);

    public async Task<(Batch Batch, ETag ETag)?> FindAsync(BatchKey key, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(key.Partition, key.Row, cancellationToken: cancellationToken);
        return found.HasValue ? (BatchRow.Read(found.Value!), found.Value!.ETag) : null;
    }

    /// <summary>
    /// Called before and after outcomes of a batch that is done are changed, as by an answer that comes very late: the dispatch may be
    /// finished, and then the timer must renew its counts and its hash. Before, for a crash; after, for a timer that has looked in between.
    /// </summary>
    public Task LookAgainAsync(BatchKey key, CancellationToken cancellationToken) =>
        dispatches.PutUnfinishedAsync(key.Dispatch, cancellationToken);

    /// <summary>Writes what has changed since planning, if the row is still the one that was read.</summary>
    public Task<WriteResult> WriteAsync(Batch batch, ETag version, CancellationToken cancellationToken) =>
        MergeAsync(BatchRow.Changes(batch), version, cancellationToken);

    /// <summary>The same with the recipients: only for those whose name and address are taken away.</summary>
    public Task<WriteResult> RewriteAsync(Batch batch, ETag version, CancellationToken cancellationToken) =>
        MergeAsync(BatchRow.New(batch), version, cancellationToken);

    /// <summary>All batches of a plan, by due group and contact id.</summary>
    public async IAsyncEnumerable<Batch> AllAsync(
        string dispatch, string plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {new BatchKey(dispatch, plan, "").Partition}");
        var rows = table.QueryAsync<TableEntity>(filter, RowsInMemory, cancellationToken: cancellationToken);
        await foreach (var row in rows) yield return BatchRow.Read(row);
    }

    /// <summary>The batch that a contact is in if they are a recipient: one range query.</summary>
    public async Task<Batch?> FindOfAsync(Dispatch dispatch, string contact, CancellationToken cancellationToken)
    {
        var partition = new BatchKey(dispatch.Id, dispatch.Plan ?? "", "").Partition;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {BatchKey.RowOf(contact)}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, cancellationToken: cancellationToken))
            return BatchRow.Read(row);
        return null;
    }

    /// <summary>The batches with recipients in one of the states, by contact id, after a contact if given.</summary>
    public async IAsyncEnumerable<Batch> WithAsync(
        IReadOnlyList<OutcomeState> states, Dispatch dispatch, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var partition = new BatchKey(dispatch.Id, dispatch.Plan ?? "", "").Partition;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {BatchKey.RowOf(after ?? "")}")
            + $" and ({string.Join(" or ", states.Select(state => $"{state} gt 0"))})";
        var rows = table.QueryAsync<TableEntity>(filter, RowsInMemory, cancellationToken: cancellationToken);
        await foreach (var row in rows) yield return BatchRow.Read(row);
    }

    /// <summary>The batches from a row on, in the ledger's order; only those with recipients in a state if one is given.</summary>
    public IAsyncEnumerable<Batch> FromAsync(Dispatch dispatch, OutcomeState? state, string? row, CancellationToken cancellationToken)
    {
        var partition = new BatchKey(dispatch.Id, dispatch.Plan ?? "", "").Partition;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {row ?? ""}");
        var rows = table.QueryAsync<TableEntity>(
            state is null ? filter : $"{filter} and {state} gt 0", RowsAtOnce, cancellationToken: cancellationToken);
        return rows.Select(BatchRow.Read);
    }

    /// <summary>The batches of a plan in figures.</summary>
    public async IAsyncEnumerable<TallyGroup> TalliesAsync(
        string dispatch, string plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {new BatchKey(dispatch, plan, "").Partition}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: [nameof(Tally)], cancellationToken: cancellationToken))
        {
            foreach (var group in Tally.Read(row.GetString(nameof(Tally)))) yield return group;
        }
    }

    /// <summary>The batches of a plan in which someone has no outcome yet.</summary>
    public async IAsyncEnumerable<BatchQueueState> UnfinishedAsync(
        string dispatch, string plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {new BatchKey(dispatch, plan, "").Partition} and IsDone eq {false}");
        var rows = table.QueryAsync<TableEntity>(filter, select: BatchRow.QueueColumns, cancellationToken: cancellationToken);
        await foreach (var row in rows) yield return BatchRow.ReadQueueState(row);
    }

    /// <summary>
    /// The batches of a plan that <see cref="BatchQueueState.NeedsQueueing">need queueing</see>. The storage picks them out, so that the
    /// many that are done, waiting or being sent cost nothing.
    /// </summary>
    public async IAsyncEnumerable<BatchQueueState> StuckAsync(
        string dispatch, string plan, DateTimeOffset now, TimeSpan queueAgain, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (partition, lost) = (new BatchKey(dispatch, plan, "").Partition, now - queueAgain);
        var isOpen = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and IsDone eq {false} and Due le {now}");
        var isFree = TableClient.CreateQueryFilter($"LeaseUntil le {now} and (IsQueued eq {false} or QueuedAt le {lost})");
        var filter = $"{isOpen} and {isFree}";
        var rows = table.QueryAsync<TableEntity>(filter, select: BatchRow.QueueColumns, cancellationToken: cancellationToken);
        await foreach (var row in rows) yield return BatchRow.ReadQueueState(row);
    }

    /// <summary>Whether anybody in a plan has no outcome yet; one request.</summary>
    public async Task<bool> IsOpenAsync(string dispatch, string plan, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {new BatchKey(dispatch, plan, "").Partition} and IsDone eq {false}");
        return await table.QueryAsync<TableEntity>(filter, maxPerPage: 1, BatchRow.KeyColumns, cancellationToken)
            .AnyAsync(cancellationToken);
    }

    /// <summary>
    /// Remembers that a batch of a dispatch that is sending is put on the queue for a time; false when someone has written to it meanwhile.
    /// The word of a pause that was overtaken by its resume goes with it.
    /// </summary>
    public async Task<bool> MarkQueuedAsync(BatchQueueState batch, DateTimeOffset due, CancellationToken cancellationToken)
    {
        try
        {
            await table.UpdateEntityAsync(BatchRow.Queued(batch.Key, due), batch.ETag, TableUpdateMode.Merge, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            // By somebody else, or by this very write, whose answer was lost: then its message is still to be sent.
            return await FindAsync(batch.Key, cancellationToken) is { Batch: var found } && found.QueuedAt == due && found.Due == due;
        }
    }

    /// <summary>
    /// Says in every unfinished batch whether it is to be left alone. A run that has one learns it by its next write, which this one makes
    /// fail. When they are not to be left alone any more, the messages that were dropped meanwhile count for nothing.
    /// </summary>
    public async Task SetStopAsync(string dispatch, string plan, bool stop, CancellationToken cancellationToken)
    {
        await foreach (var batch in UnfinishedAsync(dispatch, plan, cancellationToken))
        {
            var row = BatchRow.Stopped(batch.Key, stop);
            await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge, cancellationToken);
        }
    }

    /// <summary>Deletes what planners that did not win have left behind.</summary>
    public async Task<int> DeleteOtherPlansAsync(string dispatch, string plan, CancellationToken cancellationToken)
    {
        var deleted = 0;
        var (first, last, kept) = ($"{dispatch}.", $"{dispatch}/", new BatchKey(dispatch, plan, "").Partition);
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey lt {last} and PartitionKey ne {kept}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: BatchRow.KeyColumns, cancellationToken: cancellationToken))
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
            deleted++;
        }

        return deleted;
    }

    /// <summary>Deletes the batches of a plan that was not sealed.</summary>
    public async Task DeletePlanAsync(string dispatch, string plan, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {new BatchKey(dispatch, plan, "").Partition}");
        var rows = table.QueryAsync<TableEntity>(filter, select: BatchRow.KeyColumns, cancellationToken: cancellationToken);
        await foreach (var row in rows) await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellationToken);
    }

    private async Task<WriteResult> MergeAsync(TableEntity row, ETag version, CancellationToken cancellationToken)
    {
        try
        {
            var response = await table.UpdateEntityAsync(row, version, TableUpdateMode.Merge, cancellationToken);
            return new WriteResult.Done(response.Headers.ETag!.Value);
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            return new WriteResult.Changed();
        }
    }
}
