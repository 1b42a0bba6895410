using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Releases.Drafts;
using Distribution.Releases.Newsroom;
using Distribution.Releases.Workflow;

namespace Distribution.Mail.Notices;

/// <summary>
/// Follows a transition of a release: lists and the newsroom show the release as it is now, the audit has the transition, the users
/// concerned are notified. Every part is idempotent.
/// </summary>
public sealed class ProcessTransition(
    ReleaseStore releases,
    UpdateReleaseEntry updateEntry,
    RemoveReleaseTraces removeTraces,
    UpdateNewsroom updateNewsroom,
    AuditStore audit,
    NotifyWorkflow notifyWorkflow,
    JobStore jobs) : IJobRunner
{
    public string Name => CommitTransition.JobName;

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        await updateEntry.RunAsync(id, cancellationToken);
        await updateNewsroom.RunAsync(id, cancellationToken);
        await foreach (var step in releases.OpenTransitionsAsync(id, cancellationToken))
        {
            await audit.AddAsync(step.Value.Entry(), cancellationToken);
            await notifyWorkflow.RunAsync(step.Value, cancellationToken);
            if (step.Value.Kind == TransitionKind.Removed) await removeTraces.RunAsync(step.Value, cancellationToken);
            if (step.Value.Kind == TransitionKind.Submitted) await jobs.AddAsync(RemindApprovers.JobName, id, cancellationToken);
            await releases.CloseTransitionAsync(step, cancellationToken);
        }

        return null;
    }
}
