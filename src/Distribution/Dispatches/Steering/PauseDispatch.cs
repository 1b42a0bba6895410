using Distribution.Dispatches.Ledger;

namespace Distribution.Dispatches.Steering;

/// <summary>
/// Holds a dispatch at any moment: no batch is begun any more, those being sent stop within one group, and a plan that is being written is
/// not sent.
/// </summary>
public sealed class PauseDispatch(DispatchStore dispatches, BatchStore batches)
{
    public async Task<ChangeDispatchResult> RunAsync(string id, CancellationToken cancellationToken)
    {
        var result = await dispatches.ToAsync(
            id, DispatchState.Paused, [DispatchState.Planning, DispatchState.Sending, DispatchState.Stopped], cancellationToken);
        if (result is ChangeDispatchResult.Done { Dispatch.Value: { Plan: { } plan } })
        {
            await batches.SetStopAsync(id, plan, stop: true, cancellationToken);
        }

        return result;
    }
}
