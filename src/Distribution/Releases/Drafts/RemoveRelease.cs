using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>Deletes a release that was never sent. Its row in the order of creation goes last; without a release it counts for nothing.</summary>
public sealed class RemoveRelease(ReadStanding readStanding, TakeStep takeStep, ReleaseTimeStore times, TimeProvider clock)
{
    public async Task<StepResult> RunAsync(ReleaseDocument read, Requester who, CancellationToken cancellationToken)
    {
        var release = read.Release;
        var answer = ReleaseLife.Decide(release.State, ReleaseAction.Remove, await readStanding.RunAsync(release, who, cancellationToken));
        if (answer is not LifeAnswer.Leads) return new StepResult.Refused(answer);
        var step = ReleaseStep.Of(StepKind.Removed, release, who.Actor, clock.GetUtcNow());
        if (!await takeStep.RemoveAsync(read, step, cancellationToken)) return new StepResult.Changed();
        await times.RemoveCreatedAsync(release.Id, release.CreatedAt, cancellationToken);
        return new StepResult.Done(read);
    }
}
