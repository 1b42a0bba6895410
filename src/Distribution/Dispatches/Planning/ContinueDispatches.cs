using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Sending;
using Distribution.Dispatches.Steering;
using Distribution.Platform.Jobs;

namespace Distribution.Dispatches.Planning;

/// <summary>
/// The sending timer: carries on every dispatch that is planned and not finished. It skips what is cancelled, queues what is stuck, closes
/// what is done.
/// </summary>
public sealed class ContinueDispatches(
    DispatchStore dispatches, CancelRemaining cancelRemaining, QueueBatches queueBatches, FinishDispatch finishDispatch, JobRuns runs)
{
    public const string Name = "sending";

    public Task RunAsync(CancellationToken cancellationToken) =>
        runs.RecordAsync(Name, () => ContinueAsync(cancellationToken), cancellationToken);

    private async Task ContinueAsync(CancellationToken cancellationToken)
    {
        IndependentSteps steps = new(cancellationToken);
        var open = await PlannedAsync(cancellationToken);
        foreach (var dispatch in open.Where(dispatch => dispatch.State == DispatchState.Cancelled))
        {
            await steps.TryAsync(() => cancelRemaining.RunAsync(dispatch, cancellationToken));
        }

        var sending = open.FindAll(dispatch => dispatch.State == DispatchState.Sending);
        await steps.TryAsync(() => queueBatches.StuckAsync(sending, cancellationToken));
        foreach (var dispatch in open) await steps.TryAsync(() => finishDispatch.RunAsync(dispatch.Id, cancellationToken));
        steps.ThrowIfAnyFailed();
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
}
