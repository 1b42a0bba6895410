using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Sending;
using Distribution.Dispatches.Steering;

namespace Distribution.Dispatches.Planning;

/// <summary>Carries on every dispatch that is planned and not finished: skips what is cancelled, queues what is stuck, closes what is done.</summary>
public sealed class ContinueDispatches(
    DispatchStore dispatches, CancelRemaining cancelRemaining, QueueBatches queueBatches, FinishDispatch finishDispatch)
{
    internal async Task RunAsync(IndependentSteps steps, CancellationToken cancellationToken)
    {
        var open = await PlannedAsync(cancellationToken);
        foreach (var dispatch in open.Where(dispatch => dispatch.State == DispatchState.Cancelled))
        {
            await steps.TryAsync(() => cancelRemaining.RunAsync(dispatch, cancellationToken));
        }

        var sending = open.FindAll(dispatch => dispatch.State == DispatchState.Sending);
        await steps.TryAsync(() => queueBatches.StuckAsync(sending, cancellationToken));
        foreach (var dispatch in open) await steps.TryAsync(() => finishDispatch.RunAsync(dispatch.Id, cancellationToken));
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
