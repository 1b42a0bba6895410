using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Sending;
using Distribution.Dispatches.Steering;
using Distribution.Platform.Jobs;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Planning;

/// <summary>The dispatch timer: starts what is due, queues what is stuck, closes what is done, and wakes waiting jobs.</summary>
public sealed class DispatchDueReleases(
    ReleaseTimeStore times,
    DispatchStore dispatches,
    StartDispatch startDispatch,
    StartTranslation startTranslation,
    QueueBatches queueBatches,
    CancelRemaining cancelRemaining,
    FinishDispatch finishDispatch,
    WakeJobs wakeJobs,
    JobRuns runs,
    TimeProvider time)
{
    public const string Name = "dispatch";

    public Task RunAsync(CancellationToken cancellationToken) => runs.RecordAsync(Name, () => DispatchAsync(cancellationToken), cancellationToken);

    private async Task DispatchAsync(CancellationToken cancellationToken)
    {
        List<Exception> failures = [];
        await TryAsync(() => StartAsync(failures, cancellationToken), failures, cancellationToken);
        await TryAsync(() => GoOnAsync(failures, cancellationToken), failures, cancellationToken);
        await TryAsync(() => wakeJobs.RunAsync(cancellationToken), failures, cancellationToken);
        if (failures.Count > 0) throw new AggregateException(failures);
    }

    private async Task StartAsync(List<Exception> failures, CancellationToken cancellationToken)
    {
        await foreach (var row in times.DueAsync(time.GetUtcNow(), cancellationToken))
        {
            await TryAsync(
                () => row.Value.Translation is null ? startDispatch.RunAsync(row, cancellationToken) : startTranslation.RunAsync(row, cancellationToken),
                failures, cancellationToken);
        }
    }

    private async Task GoOnAsync(List<Exception> failures, CancellationToken cancellationToken)
    {
        var open = await PlannedAsync(cancellationToken);
        foreach (var dispatch in open.Where(dispatch => dispatch.State == DispatchState.Cancelled))
        {
            await TryAsync(() => cancelRemaining.RunAsync(dispatch, cancellationToken), failures, cancellationToken);
        }

        var sending = open.FindAll(dispatch => dispatch.State == DispatchState.Sending);
        await TryAsync(() => queueBatches.StuckAsync(sending, cancellationToken), failures, cancellationToken);
        foreach (var dispatch in open) await TryAsync(() => finishDispatch.RunAsync(dispatch.Id, cancellationToken), failures, cancellationToken);
    }

    private async Task<List<Dispatch>> PlannedAsync(CancellationToken cancellationToken)
    {
        List<Dispatch> planned = [];
        await foreach (var dispatch in dispatches.UnfinishedAsync(cancellationToken))
        {
            if (dispatch.Value.Plan is not null) planned.Add(dispatch.Value);
        }

        return planned;
    }

    /// <summary>A boundary within the job: one release that cannot go out must not keep the others from going out.</summary>
    private static async Task TryAsync(Func<Task> step, List<Exception> failures, CancellationToken cancellationToken)
    {
        try
        {
            await step();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            failures.Add(failure);
        }
    }
}
