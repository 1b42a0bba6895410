using Distribution.Mail.Notices;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>Copies the transitions of a release to the audit and notifies the users concerned. Every part is idempotent.</summary>
public sealed class ProcessTransition(ReleaseStore releases, AuditStore audit, NotifyWorkflow notifyWorkflow, JobStore jobs) : IJobRunner
{
    public const string JobName = "release-transitions";

    public string Name => JobName;

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        await foreach (var step in releases.OpenTransitionsAsync(id, cancellationToken))
        {
            await audit.AddAsync(step.Value.Entry(), cancellationToken);
            await notifyWorkflow.RunAsync(step.Value, cancellationToken);
            if (step.Value.Kind == TransitionKind.Submitted) await jobs.AddAsync(RemindApprovers.JobName, id, cancellationToken);
            await releases.CloseTransitionAsync(step, cancellationToken);
        }

        return null;
    }
}
