using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>
/// Deletes a release that was never sent. Its row in the order of creation goes last; without a release it counts for nothing.
/// </summary>
public sealed class RemoveRelease(
    ReadActorContext readActorContext, CommitTransition commitTransition, ReleaseTimeStore times, TimeProvider clock)
{
    public async Task<TransitionResult> RunAsync(ReleaseDocument read, Requester who, CancellationToken cancellationToken)
    {
        var release = read.Release;
        var answer = ReleaseStateMachine.Decide(
            release.State, ReleaseAction.Remove, await readActorContext.RunAsync(release, who, cancellationToken));
        if (answer is not TransitionDecision.Leads) return new TransitionResult.Refused(answer);
        var step = ReleaseTransition.Create(TransitionKind.Removed, release, who.Actor, clock.GetUtcNow());
        if (!await commitTransition.RemoveAsync(read, step, cancellationToken)) return new TransitionResult.Changed();
        await times.RemoveCreatedAsync(release.Id, release.CreatedAt, cancellationToken);
        return new TransitionResult.Done(read);
    }
}
