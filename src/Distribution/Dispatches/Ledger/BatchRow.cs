using Azure.Data.Tables;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Ledger;

/// <summary>
/// A batch as one table row: recipients and outcomes as JSON, and beside them what is counted and looked for without reading those.
/// </summary>
internal static class BatchRow
{
    private const int Format = 1;

    private static readonly string[] States = Enum.GetNames<OutcomeState>();

    /// <summary>Counters of those who have no outcome yet.</summary>
    public static readonly string[] OpenStates =
        [.. Enum.GetValues<OutcomeState>().Where(state => !new Outcome { State = state }.IsFinal).Select(state => state.ToString())];

    public static readonly string[] KeyColumns = [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey)];

    /// <summary>Columns that say whether a batch needs to be queued.</summary>
    public static readonly string[] QueueColumns =
        [.. KeyColumns, nameof(Batch.Due), nameof(Batch.QueuedAt), nameof(Batch.LeaseUntil), .. OpenStates];

    public static TableEntity New(Batch batch)
    {
        var row = Changes(batch);
        row["Format"] = Format;
        row[nameof(Batch.Recipients)] = BatchJson.Write(batch.Recipients);
        return row;
    }

    /// <summary>The columns that may change after planning; written with Merge, so that the recipients stay as they are.</summary>
    public static TableEntity Changes(Batch batch)
    {
        TableEntity row = new(batch.Key.Partition, batch.Key.Row)
        {
            [nameof(Batch.Outcomes)] = BatchJson.Write(batch.Outcomes),
            [nameof(Tally)] = Tally.Write(batch.Recipients, batch.Outcomes),
            [nameof(Batch.IsDone)] = batch.IsDone,
            [nameof(Batch.Due)] = batch.Due,
            [nameof(Batch.QueuedAt)] = batch.QueuedAt,
            [nameof(Batch.IsQueued)] = batch.IsQueued,
            [nameof(Batch.Stop)] = batch.Stop,
            [nameof(Batch.Owner)] = batch.Owner ?? "",
            [nameof(Batch.LeaseUntil)] = batch.LeaseUntil ?? TableTime.Never,
            [nameof(Batch.AwaySince)] = batch.AwaySince ?? TableTime.Never,
            [nameof(Batch.Write)] = batch.Write,
        };
        Span<int> counts = stackalloc int[States.Length];
        foreach (var outcome in batch.Outcomes) counts[(int)outcome.State]++;
        for (var state = 0; state < States.Length; state++) row[States[state]] = counts[state];
        return row;
    }

    public static Batch Read(TableEntity row)
    {
        var (dispatch, plan) = Split(row.PartitionKey);
        return new()
        {
            Key = new(dispatch, plan, row.RowKey),
            Recipients = BatchJson.ReadRecipients(row.GetString(nameof(Batch.Recipients))),
            Outcomes = BatchJson.ReadOutcomes(row.GetString(nameof(Batch.Outcomes))),
            Due = row.GetDateTimeOffset(nameof(Batch.Due))!.Value,
            QueuedAt = row.GetDateTimeOffset(nameof(Batch.QueuedAt))!.Value,
            Stop = row.GetBoolean(nameof(Batch.Stop)) ?? false,
            Owner = row.GetString(nameof(Batch.Owner)) is { Length: > 0 } owner ? owner : null,
            LeaseUntil = TableTime.OrNull(row.GetDateTimeOffset(nameof(Batch.LeaseUntil))),
            AwaySince = TableTime.OrNull(row.GetDateTimeOffset(nameof(Batch.AwaySince))),
            Write = row.GetInt32(nameof(Batch.Write))!.Value,
        };
    }

    /// <summary>The columns written when a message is put on the queue; nobody has a lease then.</summary>
    public static TableEntity Queued(BatchKey key, DateTimeOffset due) => new(key.Partition, key.Row)
    {
        [nameof(Batch.Due)] = due,
        [nameof(Batch.QueuedAt)] = due,
        [nameof(Batch.IsQueued)] = true,
        [nameof(Batch.Stop)] = false,
    };

    /// <summary>The columns written when a batch is to be left alone, or is free again and waits to be queued.</summary>
    public static TableEntity Stopped(BatchKey key, bool stop)
    {
        TableEntity row = new(key.Partition, key.Row) { [nameof(Batch.Stop)] = stop };
        if (!stop) (row[nameof(Batch.QueuedAt)], row[nameof(Batch.IsQueued)]) = (TableTime.Never, false);
        return row;
    }

    public static BatchQueueState ReadQueueState(TableEntity row)
    {
        var (dispatch, plan) = Split(row.PartitionKey);
        return new(
            new(dispatch, plan, row.RowKey),
            row.ETag,
            OpenStates.Sum(state => row.GetInt32(state) ?? 0),
            row.GetDateTimeOffset(nameof(Batch.Due))!.Value,
            row.GetDateTimeOffset(nameof(Batch.QueuedAt))!.Value,
            TableTime.OrNull(row.GetDateTimeOffset(nameof(Batch.LeaseUntil))));
    }

    private static (string Dispatch, string Plan) Split(string partition)
    {
        var dot = partition.LastIndexOf('.');
        return (partition[..dot], partition[(dot + 1)..]);
    }
}
