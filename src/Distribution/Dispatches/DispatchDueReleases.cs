using Distribution.Jobs;
using Distribution.Releases;

namespace Distribution.Dispatches;

/// <summary>The dispatch timer: starts what is due, queues what is stuck, closes what is done, and wakes waiting jobs.</summary>
public sealed class DispatchDueReleases(
    ReleaseTimeStore times,
    DispatchStore dispatches,
    StartDispatch startDispatch,
    QueueBatches queueBatches,
    SkipRest skipRest,
    FinishDispatch finishDispatch,
    WakeJobs wakeJobs,
    JobRuns runs,
    TimeProvider time)
{
    public const string Name = "dispatch";

    public Task RunAsync(CancellationToken cancellationToken) => runs.RecordAsync(Name, () => DispatchAsync(cancellationToken), cancellationToken);

    private async Task DispatchAsync(CancellationToken cancellationToken)
    {
        await foreach (var row in times.DueAsync(time.GetUtcNow(), cancellationToken)) await startDispatch.RunAsync(row.Value, cancellationToken);
        await foreach (var dispatch in dispatches.UnfinishedAsync(cancellationToken))
        {
            if (dispatch.Value.Plan is null) continue;
            if (dispatch.Value.State == DispatchState.Cancelled) await skipRest.RunAsync(dispatch.Value, cancellationToken);
            if (dispatch.Value.State == DispatchState.Sending) await queueBatches.StuckAsync(dispatch.Value, cancellationToken);
            await finishDispatch.RunAsync(dispatch.Value.Id, cancellationToken);
        }

        await wakeJobs.RunAsync(cancellationToken);
    }
}
