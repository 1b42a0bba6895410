using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Planning;

/// <summary>Packs recipients, which come sorted by contact id, into batches; pure but for what it holds back.</summary>
public sealed class BatchBuilder(string dispatch, string plan, int size, DateTimeOffset now)
{
    /// <summary>Characters of the column around the recipients.</summary>
    private const int Envelope = 32;

    /// <summary>For when the batches are queued; unless said otherwise, at once.</summary>
    public DateTimeOffset? QueuedAt { get; init; }

    private readonly List<Recipient> open = [];
    private int length;

    /// <summary>Takes a recipient; answers the batch that became full by it, if one did.</summary>
    public Batch? Add(Recipient recipient)
    {
        var more = BatchJson.Length(recipient);
        var full = open.Count > 0 && length + more > BatchJson.LongestColumn - Envelope ? Close() : null;
        open.Add(recipient);
        length += more;
        return full ?? (open.Count == size ? Close() : null);
    }

    /// <summary>The batch of those still open; null when there is none.</summary>
    public Batch? Close()
    {
        if (open.Count == 0) return null;
        Batch batch = new()
        {
            Key = new(dispatch, plan, BatchKey.RowOf(open[^1].Contact)),
            Recipients = [.. open],
            Outcomes = [.. open.Select(_ => Outcome.Planned)],
            Due = now,
            QueuedAt = QueuedAt ?? now,
        };
        open.Clear();
        length = 0;
        return batch;
    }
}
