using Distribution.Dispatches.Ledger;

namespace Distribution.Dispatches.Steering;

/// <summary>Resumes a paused or stopped dispatch; its open batches are queued at the timer's next run.</summary>
public sealed class ResumeDispatch(DispatchStore dispatches, BatchStore batches)
{
    public async Task<ChangeDispatchResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        // Before the state: batches that are free while the dispatch is still paused are not taken either.
        if (await dispatches.FindAsync(id, cancellationToken) is { Value: { State: DispatchState.Paused, Plan: { } plan } })
        {
            await batches.SetStopAsync(id, plan, stop: false, cancellationToken);
        }

        return await dispatches.ToAsync(id, DispatchState.Sending, [DispatchState.Paused, DispatchState.Stopped], cancellationToken);
    }
}
