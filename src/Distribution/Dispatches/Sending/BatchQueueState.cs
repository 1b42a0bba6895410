using Azure;
using Distribution.Dispatches.Ledger;

namespace Distribution.Dispatches.Sending;

/// <summary>The facts that decide whether a batch is put on the queue again.</summary>
/// <param name="Key">The batch.</param>
/// <param name="ETag">Version of its row.</param>
/// <param name="Open">How many of its recipients have no outcome yet.</param>
/// <param name="Due">Not to be touched before.</param>
/// <param name="QueuedAt">When its last message was to appear on the queue.</param>
/// <param name="LeaseUntil">Until when a run keeps it.</param>
public sealed record BatchQueueState(BatchKey Key, ETag ETag, int Open, DateTimeOffset Due, DateTimeOffset QueuedAt, DateTimeOffset? LeaseUntil)
{
    /// <summary>
    /// Whether nobody works on an unfinished batch whose time has come and no message for it can be expected: it was last queued before it
    /// became due or before its last lease ran out, or so long ago that the message must be taken for lost.
    /// </summary>
    /// <remarks><see cref="BatchStore.StuckAsync"/> asks the storage the same question; a test compares the two.</remarks>
    public bool NeedsQueueing(DateTimeOffset now, TimeSpan queueAgain)
    {
        if (LeaseUntil > now || Due > now) return false;
        return QueuedAt < Due || QueuedAt < LeaseUntil || QueuedAt + queueAgain <= now;
    }
}
