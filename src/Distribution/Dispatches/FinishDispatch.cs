using Distribution.Notices;
using Distribution.Releases;
using Distribution.Storage;
using Microsoft.Extensions.Logging;

namespace Distribution.Dispatches;

/// <summary>Closes a dispatch when everybody planned has an outcome, and only then. Every step may be repeated.</summary>
public sealed partial class FinishDispatch(
    DispatchStore dispatches,
    BatchStore batches,
    ReleaseStore releases,
    TellStaff tellStaff,
    TimeProvider time,
    ILogger<FinishDispatch> logger)
{
    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await dispatches.FindAsync(id, cancellationToken) is not { Value: { Plan: { } plan, State: not (DispatchState.Stopped or DispatchState.Paused) } } dispatch) return;
        var counts = await batches.CountAsync(id, plan, cancellationToken);
        var settled = counts.Where(count => new Outcome { State = count.Key }.IsFinal).ToDictionary();
        if (settled.Values.Sum() != dispatch.Value.Planned) return;
        if (dispatch.Value.FinishedAt is null)
        {
            var state = dispatch.Value.State == DispatchState.Cancelled ? DispatchState.Cancelled : DispatchState.Finished;
            var finished = dispatch.Value with { State = state, FinishedAt = time.GetUtcNow(), Outcomes = settled };
            if (await dispatches.ReplaceAsync(dispatch, finished, cancellationToken) is not WriteResult.Done) return;
            LogFinished(id, settled[OutcomeState.Accepted], dispatch.Value.Planned);
        }

        await CloseAsync(id, cancellationToken);
    }

    private async Task CloseAsync(string id, CancellationToken cancellationToken)
    {
        var dispatch = (await dispatches.FindAsync(id, cancellationToken))!.Value;
        if (await releases.FindMainAsync(dispatch.Release, cancellationToken) is { } release)
        {
            await tellStaff.FinishedAsync(dispatch, release.Value, cancellationToken);
            if (dispatch.Kind == DispatchKind.Release && release.Value.State == ReleaseState.Dispatching)
            {
                var result = await releases.ReplaceAsync(release, release.Value with { State = ReleaseState.Released }, cancellationToken);
                if (result is not WriteResult.Done) return;
            }
        }

        await dispatches.RemoveUnfinishedAsync(id, cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Dispatch {Dispatch} finished: {Accepted} of {Planned} accepted")]
    private partial void LogFinished(string dispatch, int accepted, int planned);
}
