namespace Distribution.Platform.Jobs;

/// <summary>Queues the due jobs, whether or not their messages still exist.</summary>
public sealed class WakeJobs(JobStore jobs, TimeProvider time)
{
    /// <summary>How long a message may wait on the queue before another is sent.</summary>
    private static readonly TimeSpan OnQueue = TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await foreach (var job in jobs.AllAsync(cancellationToken))
        {
            if (job.Value.Due > now) continue;
            await jobs.ReplaceAsync(job, job.Value with { Due = now + OnQueue }, cancellationToken);
            await jobs.QueueAsync(job.Value.Name, job.Value.Id, cancellationToken);
        }
    }
}
