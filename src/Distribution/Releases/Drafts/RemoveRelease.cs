using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>
/// Deletes a release that was never sent. Its entry and its earlier versions follow: the job of the transition deletes what is left.
/// </summary>
public sealed class RemoveRelease(
    ReadActorContext readActorContext, CommitTransition commitTransition, ReleaseEntryStore entries, TimeProvider clock)
{
    /// <summary>Name of the detail of the step by which the entry of a release that is gone is found.</summary>
    public const string CreatedAtDetail = "createdAt";

    public async Task<TransitionResult> RunAsync(ReleaseDocument read, Requester who, CancellationToken cancellationToken)
    {
        var release = read.Release;
        var answer = ReleaseStateMachine.Decide(
            release.State, ReleaseAction.Remove, await readActorContext.RunAsync(release, who, cancellationToken));
        if (answer is not TransitionDecision.Leads) return new TransitionResult.Refused(answer);
        var step = ReleaseTransition.Create(
            TransitionKind.Removed, release, who.Actor, clock.GetUtcNow(), (CreatedAtDetail, release.CreatedAt.ToString("o")));
        if (!await commitTransition.RemoveAsync(read, step, cancellationToken)) return new TransitionResult.Changed();
        await entries.DeleteAsync(release.Id, release.CreatedAt, cancellationToken);
        return new TransitionResult.Done(read);
    }
}
