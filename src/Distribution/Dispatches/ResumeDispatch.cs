using Distribution.Storage;

namespace Distribution.Dispatches;

/// <summary>Lets a stopped dispatch go on; its open batches are queued at the timer's next run.</summary>
public sealed class ResumeDispatch(DispatchStore dispatches)
{
    /// <returns>Null when there is no such dispatch; else the dispatch, which is <see cref="DispatchState.Sending"/> if it was stopped.</returns>
    public async Task<Stored<Dispatch>?> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await dispatches.FindAsync(id, cancellationToken) is not { } dispatch) return null;
        if (dispatch.Value.State == DispatchState.Stopped)
        {
            await dispatches.ReplaceAsync(dispatch, dispatch.Value with { State = DispatchState.Sending, StopReason = null }, cancellationToken);
        }

        return await dispatches.FindAsync(id, cancellationToken);
    }
}
