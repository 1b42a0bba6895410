using Distribution.Dispatches.Planning;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace Distribution.Operations.Status;

/// <summary>
/// Whether releases go out, in a word that anybody may read. The storage is asked once in some seconds, however often the question comes.
/// </summary>
public sealed partial class ReadHealth(JobRuns runs, TimeProvider clock, ILogger<ReadHealth> logger)
{
    /// <summary>Longer than a run of the timer and the planning of a large release take.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    /// <summary>A storage that takes longer for one row than a monitor waits is away.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private volatile Known? known;

    public async Task<HealthState> RunAsync(CancellationToken cancellationToken)
    {
        if (known is { } last && clock.GetUtcNow() - last.At < Fresh) return last.State;
        var state = await AskAsync(cancellationToken);
        known = new(state, clock.GetUtcNow());
        return state;
    }

    private async Task<HealthState> AskAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenSource patience = new(Patience, clock);
        using var asking = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            // Before the first run nothing is late.
            var run = await runs.FindAsync(DispatchDueReleases.Name, asking.Token);
            return run is { Failure: not null } || clock.GetUtcNow() - run?.StartedAt > Late ? HealthState.TimerLate : HealthState.Ok;
        }
        catch (Exception failure) when (StorageOutage.Is(failure) && !cancellationToken.IsCancellationRequested)
        {
            LogAway(failure);
            return HealthState.StorageAway;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The storage does not answer the question of the health check")]
    private partial void LogAway(Exception failure);

    private sealed record Known(HealthState State, DateTimeOffset At);
}

/// <summary>Whether releases go out.</summary>
public enum HealthState
{
    /// <summary>As far as can be seen.</summary>
    Ok,

    /// <summary>The dispatch timer has failed, or has not run for five minutes.</summary>
    TimerLate,

    /// <summary>The storage does not answer.</summary>
    StorageAway,
}
