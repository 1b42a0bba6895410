using NCrontab;

namespace Distribution.Server.Loops;

/// <summary>
/// Runs a job on a schedule in UTC, as the Functions host would. A run that is still going when the next one is due swallows it,
/// so a job never overlaps itself.
/// </summary>
internal sealed partial class TimerLoop(TimerJob job, TimeProvider time, ILogger<TimerLoop> logger) : BackgroundService
{
    // Short enough for a clock that was set, and for the longest wait that a timer can do.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (job.AtStart)
            await RunAsync(stoppingToken);
        while (await WaitAsync(job.Schedule, stoppingToken))
            await RunAsync(stoppingToken);
    }

    private async Task<bool> WaitAsync(CrontabSchedule schedule, CancellationToken stoppingToken)
    {
        var due = schedule.GetNextOccurrence(Now());
        while (due > Now() && !stoppingToken.IsCancellationRequested)
        {
            var rest = TimeSpan.FromMilliseconds(Math.Ceiling((due - Now()).TotalMilliseconds));
            await Task.Delay(rest < LongestWait ? rest : LongestWait, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return !stoppingToken.IsCancellationRequested;
    }

    private Task<bool> RunAsync(CancellationToken stoppingToken) =>
        LoopBoundary.SurvivesAsync(() => job.RunAsync(stoppingToken), failure => LogFailure(failure, job.Name), stoppingToken);

    private DateTime Now() => time.GetUtcNow().UtcDateTime;

    [LoggerMessage(LogLevel.Error, "The job {Job} failed and runs again at its next time")]
    private partial void LogFailure(Exception failure, string job);
}
