using Distribution.Audiences.Selection;
using Distribution.Platform.Validation;
using Distribution.Releases.Drafts;
using Distribution.Releases.Times;

namespace Distribution.Releases.Workflow;

/// <summary>Asks for approval of a release, or of the translations that it has got since it was approved.</summary>
public sealed class SubmitRelease(
    ReadActorContext readActorContext,
    ReadReferences readReferences,
    CommitTransition commitTransition,
    ReleaseTimeStore times,
    TimeProvider clock)
{
    /// <param name="read">The release.</param>
    /// <param name="sendAt">When it is to be sent; what it says already when left out, else as soon as it is approved.</param>
    /// <param name="who">The user who requests it.</param>
    public async Task<TransitionResult> RunAsync(
        ReleaseDocument read, SendTimeInput? sendAt, Requester who, CancellationToken cancellationToken)
    {
        var actor = await readActorContext.RunAsync(read.Release, who, cancellationToken);
        var answer = ReleaseStateMachine.Decide(read.Release.State, ReleaseAction.Submit, actor);
        if (answer is not TransitionDecision.Leads { Next: var next }) return new TransitionResult.Refused(answer);
        var (errors, now) = (new FieldErrors(), clock.GetUtcNow());
        var references = await readReferences.RunAsync(cancellationToken);
        var request = SendTimeRule.Read(sendAt, read.Release.Office, references.Offices, errors)?.ToUniversalTime();
        var release = Submitted(read.Release, next, request ?? read.Release.SendAt, who, now);
        ReleaseRules.CheckSubmission(read, errors);
        if (next == ReleaseState.Submitted) ReleaseRules.CheckSchedule(release, release.SendAt, references, now, errors);
        else errors.Require(sendAt is null, "sendAt", "is set already: schedule the release for another time instead.");
        if (errors.Any) return new TransitionResult.Invalid(errors);

        if (release.SendAt is { } at) await times.AddDueAsync(release.Id, at, cancellationToken);
        var step = ReleaseTransition.Create(
            TransitionKind.Submitted, release, who.Actor, now,
            ("languages", string.Join(' ', ApprovalRule.Open(read.Release, read.Translations))), ("sendAt", release.SendAt?.ToString("o")));
        return await commitTransition.RunAsync(read, release, read.Translations, step, cancellationToken) is { } submitted
            ? new TransitionResult.Done(submitted)
            : new TransitionResult.Changed();
    }

    internal static Release Submitted(
        Release release, ReleaseState next, DateTimeOffset? sendAt, Requester who, DateTimeOffset now) => release with
        {
            State = next,
            SendAt = sendAt,
            SubmittedBy = who.User,
            SubmittedAt = now,
            Note = null,
            Waiting = next == ReleaseState.Submitted ? null : release.Waiting,
        };
}
