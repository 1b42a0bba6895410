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
            var finished = dispatch.Value with
            {
                State = dispatch.Value.State == DispatchState.Cancelled ? DispatchState.Cancelled : DispatchState.Finished,
                FinishedAt = time.GetUtcNow(),
                Outcomes = settled,
                RecordHash = await RecordHash.OfAsync(batches.AllAsync(id, plan, cancellationToken), cancellationToken),
            };
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
                var result = await releases.ReplaceAsync(release, Released(release.Value, dispatch), cancellationToken);
                if (result is not WriteResult.Done) return;
            }
        }

        await dispatches.RemoveUnfinishedAsync(id, cancellationToken);
    }

    /// <summary>The release keeps the hash too: whoever changes a dispatch afterwards would have to change both.</summary>
    private static Release Released(Release release, Dispatch dispatch) => release with
    {
        State = ReleaseState.Released,
        RecordHashes = dispatch.RecordHash is { } hash
            ? new Dictionary<string, string>(release.RecordHashes) { [dispatch.Id] = hash }
            : release.RecordHashes,
    };

    [LoggerMessage(LogLevel.Information, "Dispatch {Dispatch} finished: {Accepted} of {Planned} accepted")]
    private partial void LogFinished(string dispatch, int accepted, int planned);
}
