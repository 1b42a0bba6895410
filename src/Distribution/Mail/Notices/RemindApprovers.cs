using Distribution.Platform.Jobs;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Microsoft.Extensions.Options;

namespace Distribution.Mail.Notices;

/// <summary>Reminds approvers of a release for as long as it waits for them. The same reminder is sent once, however often this runs.</summary>
public sealed class RemindApprovers(ReleaseStore releases, NotifyWorkflow notifyWorkflow, IOptions<ReleaseOptions> options, TimeProvider clock) : IJobRunner
{
    public const string JobName = "release-reminder";

    public string Name => JobName;

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(id, cancellationToken) is not { Release: { SubmittedAt: { } submittedAt } release } document) return null;
        if (!ApprovalRule.Waits(document)) return null;
        var (now, every, most) = (clock.GetUtcNow(), options.Value.RemindEvery, options.Value.MostReminders);
        if (ReminderRule.Due(submittedAt, release.SendAt, now, every, most) is { } reminder) await notifyWorkflow.RemindAsync(release, reminder, cancellationToken);
        return ReminderRule.Next(submittedAt, release.SendAt, now, every, most);
    }
}
