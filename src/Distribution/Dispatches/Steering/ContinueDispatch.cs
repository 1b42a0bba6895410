using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Sending;
using Distribution.Platform.Jobs;

namespace Distribution.Dispatches.Steering;

/// <summary>
/// Does for one dispatch what the sending timer does for all, so that nobody who resumes or cancels one waits for the timer: queues its
/// batches, or ends those that a run still had, and closes it when it is done.
/// </summary>
public sealed class ContinueDispatch(
    DispatchStore dispatches, CancelRemaining cancelRemaining, QueueBatches queueBatches, FinishDispatch finishDispatch) : IJobRunner
{
    public const string JobName = "continue";

    public string Name => JobName;

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await dispatches.FindAsync(id, cancellationToken) is not { Value: { Plan: not null, FinishedAt: null } dispatch }) return null;
        if (dispatch.State == DispatchState.Cancelled) await cancelRemaining.RunAsync(dispatch, cancellationToken);
        if (dispatch.State == DispatchState.Sending) await queueBatches.StuckAsync([dispatch], cancellationToken);
        await finishDispatch.RunAsync(id, cancellationToken);
        return null;
    }
}
