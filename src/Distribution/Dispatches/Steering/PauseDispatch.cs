using Distribution.Dispatches.Ledger;

namespace Distribution.Dispatches.Steering;

/// <summary>Holds a dispatch at any moment: no batch is begun any more, and those being sent stop within one group.</summary>
public sealed class PauseDispatch(DispatchStore dispatches, BatchStore batches)
{
    public async Task<ChangeDispatchResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var result = await dispatches.ToAsync(id, DispatchState.Paused, [DispatchState.Sending, DispatchState.Stopped], cancellationToken);
        if (result is ChangeDispatchResult.Done { Dispatch.Value: { Plan: { } plan } })
        {
            await batches.SetStopAsync(id, plan, stop: true, cancellationToken);
        }

        return result;
    }
}
