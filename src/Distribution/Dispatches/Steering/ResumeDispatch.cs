using Distribution.Dispatches.Ledger;
using Distribution.Platform.Jobs;

namespace Distribution.Dispatches.Steering;

/// <summary>Resumes a paused or stopped dispatch, and has its open batches queued.</summary>
public sealed class ResumeDispatch(DispatchStore dispatches, BatchStore batches, JobStore jobs)
{
    public async Task<ChangeDispatchResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        // Before the state: batches that are free while the dispatch is still held are not taken either.
        if (await dispatches.FindAsync(id, cancellationToken) is
            {
                Value: { State: DispatchState.Paused or DispatchState.Stopped, FinishedAt: null, Plan: { } plan }
            }) await batches.SetStopAsync(id, plan, stop: false, cancellationToken);
        var result = await dispatches.ToAsync(id, DispatchState.Sending, [DispatchState.Paused, DispatchState.Stopped], cancellationToken);
        // If this request dies here, the timer queues them.
        if (result is ChangeDispatchResult.Done) await jobs.AddUrgentAsync(ContinueDispatch.JobName, id, CancellationToken.None);
        return result;
    }
}
