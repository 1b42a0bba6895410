namespace Distribution.Platform.Jobs;

/// <summary>Whether a job needs another message; pure.</summary>
public static class JobQueueRule
{
    /// <summary>
    /// How much later than a job's message another must have been sent, for the job's own to be surely gone once that other is first in
    /// its queue: queues keep no strict order, and one that a worker died with comes back.
    /// </summary>
    public static readonly TimeSpan Certain = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether nobody works on a job whose time has come and no message for it can be expected: it had none, its run has died, or
    /// its message must have been seen.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="first">When the message was sent that is first in the queue; the present or later when it is empty.</param>
    /// <param name="now">The present.</param>
    public static bool NeedsMessage(Job job, DateTimeOffset first, DateTimeOffset now)
    {
        if (job.Due > now || job.IsLeased(now)) return false;
        return job.Owner is not null || job.QueuedAt is not { } queuedAt || queuedAt + Certain <= (first < now ? first : now);
    }
}
