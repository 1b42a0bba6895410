using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Refusals;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Platform.Telemetry;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Microsoft.Extensions.Logging;

namespace Distribution.Dispatches.Steering;

/// <summary>
/// Closes a dispatch when everybody planned has an outcome, and only then. Every step is idempotent; it runs again when an answer comes
/// in after the finish, so that counts and hash stay those of the ledger.
/// </summary>
public sealed partial class FinishDispatch(
    DispatchStore dispatches,
    BatchStore batches,
    ReleaseStore releases,
    NotifyUsers notifyUsers,
    CommitTransition commitTransition,
    JobStore jobs,
    DispatchMetrics metrics,
    TimeProvider time,
    ILogger<FinishDispatch> logger)
{
    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await dispatches.FindAsync(id, cancellationToken) is not
            {
                Value:
                {
                    Plan: { } plan, State: not (DispatchState.Stopped
            or DispatchState.Paused)
                }
            } dispatch) return;
        if (await batches.IsOpenAsync(id, plan, cancellationToken)) return;
        // Before the ledger is read: a run that changes it meanwhile has written the pointer again, and it stays.
        if (await dispatches.FindUnfinishedAsync(id, cancellationToken) is not { } pointer) return;
        using var span = Tracing.Start("finish dispatch", id);
        var record = await FinalRecord.ReadAsync(batches.AllAsync(id, plan, cancellationToken), cancellationToken);
        if (record.Recipients != dispatch.Value.Planned)
        {
            LogIncomplete(id, record.Recipients, dispatch.Value.Planned);
            return;
        }

        var finished = Finished(dispatch.Value, record);
        if (dispatch.Value.RecordHash != record.Hash)
        {
            if (await dispatches.ReplaceAsync(dispatch, finished, cancellationToken) is not WriteResult.Done) return;
            metrics.AddDispatch(finished.State, finished.Kind);
            LogFinished(id, record.Outcomes[OutcomeState.Accepted], finished.Planned);
        }

        if (finished.Kind != DispatchKind.Rehearsal && record.Outcomes[OutcomeState.Refused] > 0)
            await jobs.AddAsync(RecordHardRefusals.JobName, id, cancellationToken);
        if (finished.Notices > 0) await jobs.AddAsync(RecordFirstNotices.JobName, id, cancellationToken);
        if (await CloseAsync(finished, cancellationToken)) await dispatches.RemoveUnfinishedAsync(pointer, cancellationToken);
    }

    private Dispatch Finished(Dispatch dispatch, FinalRecord record) => dispatch with
    {
        State = dispatch.State == DispatchState.Cancelled ? DispatchState.Cancelled : DispatchState.Finished,
        FinishedAt = dispatch.FinishedAt ?? time.GetUtcNow(),
        Outcomes = record.Outcomes.Where(count => new Outcome { State = count.Key }.IsFinal).ToDictionary(),
        RecordHash = record.Hash,
    };

    /// <returns>False when the release was changed in this very moment; the timer's next run closes it.</returns>
    private async Task<bool> CloseAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        if (await releases.FindMainAsync(dispatch.Release, cancellationToken) is not { } release) return true;
        await notifyUsers.FinishedAsync(dispatch, release.Value, cancellationToken);
        if (dispatch.Kind == DispatchKind.Rehearsal || !ReleaseStateMachine.IsPublic(release.Value.State)) return true;
        var closed = Closed(release.Value, dispatch);
        if (closed.State == release.Value.State) return IsOnRecord(release.Value, dispatch)
            || await releases.ReplaceAsync(release, closed, cancellationToken) is WriteResult.Done;
        var step = ReleaseTransition.Create(
            TransitionKind.Released,
            closed,
            Actor.Program,
            time.GetUtcNow(),
            ("dispatch", dispatch.Id),
            ("planned", $"{dispatch.Planned}"),
            ("record", dispatch.RecordHash));
        return await commitTransition.RunAsync(release, closed, step, cancellationToken);
    }

    private static bool IsOnRecord(Release release, Dispatch dispatch) =>
        release.RecordHashes.GetValueOrDefault(dispatch.Id) == dispatch.RecordHash;

    /// <summary>The release keeps the hash too: a forger of the dispatch would have to change both.</summary>
    private static Release Closed(Release release, Dispatch dispatch) => release with
    {
        State = dispatch.Kind == DispatchKind.Release ? ReleaseState.Released : release.State,
        Waiting = null,
        RecordHashes = new Dictionary<string, string>(release.RecordHashes) { [dispatch.Id] = dispatch.RecordHash! },
    };

    [LoggerMessage(LogLevel.Information, "Dispatch {Dispatch} finished: {Accepted} of {Planned} accepted")]
    private partial void LogFinished(string dispatch, int accepted, int planned);

    [LoggerMessage(LogLevel.Error, "Dispatch {Dispatch} has {Recipients} recipients on record, and {Planned} were planned")]
    private partial void LogIncomplete(string dispatch, int recipients, int planned);
}
