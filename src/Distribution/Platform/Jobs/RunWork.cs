using Microsoft.Extensions.Logging;

namespace Distribution.Platform.Jobs;

/// <summary>Runs the job that a message of the <c>work</c> queue names.</summary>
public sealed partial class RunWork(IEnumerable<IJobRunner> runners, JobStore jobs, TimeProvider time, ILogger<RunWork> logger)
{
    /// <summary>How long a run may last before the timer takes it for lost and queues the job again.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);

    /// <summary>A job that continues within this time does not wait for the timer.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    public async Task RunAsync(string message, CancellationToken cancellationToken)
    {
        if (message.Split('|', 2) is not [var name, var id] || runners.FirstOrDefault(runner => runner.Name == name) is not { } runner)
        {
            LogUnknown(message);
            return;
        }

        if (await jobs.FindAsync(name, id, cancellationToken) is not { } job) return;
        var running = job.Value with { Due = time.GetUtcNow() + LongestRun, Attempts = job.Value.Attempts + 1 };
        await jobs.ReplaceAsync(job, running, cancellationToken);
        var again = await runner.RunAsync(id, cancellationToken);
        if (await jobs.FindAsync(name, id, cancellationToken) is not { } done || done.Value != running) return;
        if (again is null) await jobs.RemoveAsync(done, cancellationToken);
        else await jobs.ReplaceAsync(done, done.Value with { Due = again.Value }, cancellationToken);
        if (again - time.GetUtcNow() is { } wait && wait > TimeSpan.Zero && wait < Soon) await jobs.QueueAsync(name, id, wait, cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "A message of the work queue names no job: {Message}")]
    private partial void LogUnknown(string message);
}
