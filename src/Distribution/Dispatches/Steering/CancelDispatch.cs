using Distribution.Dispatches.Ledger;
using Distribution.Platform.Jobs;

namespace Distribution.Dispatches.Steering;

/// <summary>
/// Ends a dispatch at any moment: batches being sent stop within one group, and the record says who had the mail by then.
/// </summary>
public sealed class CancelDispatch(
    DispatchStore dispatches, BatchStore batches, CancelRemaining cancelRemaining, JobStore jobs)
{
    public async Task<ChangeDispatchResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var result = await dispatches.ToAsync(
            id,
            DispatchState.Cancelled,
            [DispatchState.Planning, DispatchState.Sending, DispatchState.Stopped, DispatchState.Paused],
            cancellationToken);
        // While it is planned that is all there is to do: the planner seals its plan as cancelled, and the record names nobody as mailed.
        if (result is not ChangeDispatchResult.Done { Dispatch.Value: { Plan: { } plan } dispatch }) return result;
        await batches.SetStopAsync(id, plan, stop: true, cancellationToken);
        await cancelRemaining.RunAsync(dispatch, cancellationToken);
        await jobs.AddUrgentAsync(ContinueDispatch.JobName, id, CancellationToken.None);
        return result;
    }
}
