using Azure;

namespace Distribution.Dispatches;

/// <summary>What decides whether a batch is put on the queue again.</summary>
public sealed record BatchQueueState(BatchKey Key, ETag ETag, DateTimeOffset Due, DateTimeOffset QueuedAt, DateTimeOffset? LeaseUntil)
{
    /// <summary>
    /// Whether nobody works on an unfinished batch whose time has come and no message for it can be expected: it was last queued before it
    /// became due or before its last lease ran out, or so long ago that the message must be taken for lost.
    /// </summary>
    public bool NeedsQueueing(DateTimeOffset now, TimeSpan queueAgain)
    {
        if (LeaseUntil > now || Due > now) return false;
        return QueuedAt < Due || QueuedAt < LeaseUntil || QueuedAt + queueAgain <= now;
    }
}
