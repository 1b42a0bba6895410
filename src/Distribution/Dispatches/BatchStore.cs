using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Distribution.Storage;

namespace Distribution.Dispatches;

/// <summary>The ledger: the batches of dispatches, a partition for each plan.</summary>
public sealed class BatchStore(Tables tables)
{
    /// <summary>Most rows and most bytes, as encoded, of one transaction; the service takes 100 and 4 MiB.</summary>
    private const int MostRows = 100;
    private const int MostBytes = 3_500_000;

    /// <summary>Bytes of a row beside its recipients: the other columns, names and the parts of the request.</summary>
    private const int BytesPerRow = 4_000;

    private const int BytesPerCharacter = 6;

    private readonly TableClient table = tables[Tables.Batches];

    /// <summary>Whether one more batch would make a transaction too large.</summary>
    public static bool IsFull(IReadOnlyCollection<Batch> batches) =>
        batches.Count == MostRows || batches.Sum(EncodedBytes) > MostBytes - EncodedBytes(null);

    /// <summary>Adds batches of one plan at once. A plan id is used by one planner only, so what is there already is its own, written before.</summary>
    public async Task AddAsync(IEnumerable<Batch> batches, CancellationToken cancellationToken) =>
        await table.SubmitTransactionAsync(
            batches.Select(batch => new TableTransactionAction(TableTransactionActionType.UpsertReplace, BatchRow.New(batch))), cancellationToken);

    public async Task<(Batch Batch, ETag ETag)?> FindAsync(BatchKey key, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(key.Partition, key.Row, cancellationToken: cancellationToken);
        return found.HasValue ? (BatchRow.Read(found.Value!), found.Value!.ETag) : null;
    }

    /// <summary>Writes what has changed since planning, if the row is still the one that was read.</summary>
    public async Task<WriteResult> WriteAsync(Batch batch, ETag version, CancellationToken cancellationToken)
    {
        try
        {
            var response = await table.UpdateEntityAsync(BatchRow.Changes(batch), version, TableUpdateMode.Merge, cancellationToken);
            return new WriteResult.Done(response.Headers.ETag!.Value);
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            return new WriteResult.Changed();
        }
    }

    /// <summary>All batches of a plan, by contact id.</summary>
    public async IAsyncEnumerable<Batch> AllAsync(string dispatch, string plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {new BatchKey(dispatch, plan, "").Partition}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)) yield return BatchRow.Read(row);
    }

    /// <summary>Recipients of a plan by outcome.</summary>
    public async Task<IReadOnlyDictionary<OutcomeState, int>> CountAsync(string dispatch, string plan, CancellationToken cancellationToken)
    {
        var counts = Enum.GetValues<OutcomeState>().ToDictionary(state => state, _ => 0);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {new BatchKey(dispatch, plan, "").Partition}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: BatchRow.CountColumns, cancellationToken: cancellationToken))
        {
            foreach (var state in counts.Keys) counts[state] += row.GetInt32(state.ToString()) ?? 0;
        }

        return counts;
    }

    /// <summary>The batches of a plan in which someone has no outcome yet.</summary>
    public async IAsyncEnumerable<BatchQueueState> UnfinishedAsync(
        string dispatch, string plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {new BatchKey(dispatch, plan, "").Partition} and IsDone eq {false}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: BatchRow.QueueColumns, cancellationToken: cancellationToken))
        {
            yield return new(
                new(dispatch, plan, row.RowKey),
                row.ETag,
                BatchRow.OpenStates.Sum(state => row.GetInt32(state) ?? 0),
                row.GetDateTimeOffset(nameof(Batch.Due))!.Value,
                row.GetDateTimeOffset(nameof(Batch.QueuedAt))!.Value,
                TableTime.OrNull(row.GetDateTimeOffset(nameof(Batch.LeaseUntil))));
        }
    }

    /// <summary>
    /// Remembers that a batch of a dispatch that is sending is put on the queue for a time; false when someone has written to it meanwhile.
    /// The word of a pause that was overtaken by its resume goes with it.
    /// </summary>
    public async Task<bool> MarkQueuedAsync(BatchQueueState batch, DateTimeOffset due, CancellationToken cancellationToken)
    {
        try
        {
            TableEntity row = new(batch.Key.Partition, batch.Key.Row) { [nameof(Batch.Stop)] = false, [nameof(Batch.Due)] = due, [nameof(Batch.QueuedAt)] = due };
            await table.UpdateEntityAsync(row, batch.ETag, TableUpdateMode.Merge, cancellationToken);
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            return false;
        }
    }

    /// <summary>Says in every unfinished batch whether it is to be left alone. A run that has one learns it by its next write, which this one makes fail.</summary>
    public async Task SetStopAsync(string dispatch, string plan, bool stop, CancellationToken cancellationToken)
    {
        await foreach (var batch in UnfinishedAsync(dispatch, plan, cancellationToken))
        {
            TableEntity row = new(batch.Key.Partition, batch.Key.Row) { [nameof(Batch.Stop)] = stop };
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

    // In the request's JSON a letter outside ASCII takes six bytes, and so does a quotation mark.
    private static int EncodedBytes(Batch? batch) =>
        BytesPerRow + (BytesPerCharacter * (batch is null ? BatchJson.LongestColumn : batch.Recipients.Sum(BatchJson.Length)));
}
