using Distribution.Mail.Notices;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>Puts the steps of a release into the audit and tells whom they concern. Every part may be repeated.</summary>
public sealed class FollowRelease(ReleaseStore releases, AuditStore audit, TellWorkflow tellWorkflow, JobStore jobs) : IJobRunner
{
    public const string JobName = "release-steps";

    public string Name => JobName;

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        await foreach (var step in releases.OpenStepsAsync(id, cancellationToken))
        {
            await audit.AddAsync(step.Value.Entry(), cancellationToken);
            await tellWorkflow.RunAsync(step.Value, cancellationToken);
            if (step.Value.Kind == StepKind.Submitted) await jobs.AddAsync(RemindApprovers.JobName, id, cancellationToken);
            await releases.CloseStepAsync(step, cancellationToken);
        }

        return null;
    }
}
