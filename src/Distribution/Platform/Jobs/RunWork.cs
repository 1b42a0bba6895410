using Microsoft.Extensions.Logging;

namespace Distribution.Platform.Jobs;

/// <summary>Runs the job that a message of the queue <c>work</c> or <c>urgent</c> names, unless another run has it.</summary>
public sealed partial class RunWork(IEnumerable<IJobRunner> runners, JobStore jobs, ILogger<RunWork> logger)
{
    public async Task RunAsync(string message, CancellationToken cancellationToken)
    {
        if (message.Split('|', 2) is not [var name, var id] || runners.FirstOrDefault(runner => runner.Name == name) is not { } runner)
        {
            LogUnknown(message);
            return;
        }

        if (await jobs.TakeAsync(name, id, cancellationToken) is { } lease) await RunAsync(runner, id, lease, cancellationToken);
    }

    private async Task RunAsync(IJobRunner runner, string id, JobLease lease, CancellationToken cancellationToken)
    {
        DateTimeOffset? again;
        try
        {
            again = await lease.WhileAsync(token => runner.RunAsync(id, token), cancellationToken);
        }
        // Two runs at once may disturb each other; the one that has the job now is not harmed by the end of the other.
        catch (Exception failure) when (lease.IsLost && !cancellationToken.IsCancellationRequested)
        {
            LogLost(failure, runner.Name, id);
            return;
        }
        catch
        {
            await lease.GiveBackAsync();
            throw;
        }

        await lease.EndAsync(again);
    }

    [LoggerMessage(LogLevel.Error, "A message of the work queue names no job: {Message}")]
    private partial void LogUnknown(string message);

    [LoggerMessage(LogLevel.Warning, "The run of job {Job} for {Id} lost its lease and ended; another run continues it")]
    private partial void LogLost(Exception failure, string job, string id);
}
