using Distribution.Audiences.Selection;
using Distribution.Platform.Validation;
using Distribution.Releases.Drafts;
using Distribution.Releases.Times;

namespace Distribution.Releases.Workflow;

/// <summary>Asks for approval of a release, or of the translations that it has got since it was approved.</summary>
public sealed class SubmitRelease(ReadStanding readStanding, ReadReferences readReferences, TakeStep takeStep, ReleaseTimeStore times, TimeProvider clock)
{
    /// <param name="read">The release.</param>
    /// <param name="sendAt">When it is to be sent; what it says already when left out, else as soon as it is approved.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="cancellationToken">Ends it between two writes.</param>
    public async Task<StepResult> RunAsync(ReleaseDocument read, SendTimeInput? sendAt, Requester who, CancellationToken cancellationToken)
    {
        var standing = await readStanding.RunAsync(read.Release, who, cancellationToken);
        var answer = ReleaseLife.Decide(read.Release.State, ReleaseAction.Submit, standing);
        if (answer is not LifeAnswer.Leads { Next: var next }) return new StepResult.Refused(answer);
        var (errors, now) = (new FieldErrors(), clock.GetUtcNow());
        var references = await readReferences.RunAsync(cancellationToken);
        var wish = SendTimeRule.Read(sendAt, read.Release.Office, references.Offices, errors)?.ToUniversalTime();
        var release = Submitted(read.Release, next, wish ?? read.Release.SendAt, who, now);
        ReleaseRules.CheckSubmission(read, errors);
        if (next == ReleaseState.Submitted) ReleaseRules.CheckSchedule(release, release.SendAt, references, now, errors);
        else errors.Require(sendAt is null, "sendAt", "is set already: schedule the release for another time instead.");
        if (errors.Any) return new StepResult.Invalid(errors);

        if (release.SendAt is { } at) await times.AddDueAsync(release.Id, at, cancellationToken);
        var step = ReleaseStep.Of(
            StepKind.Submitted, release, who.Actor, now,
            ("languages", string.Join(' ', ApprovalRule.Open(read.Release, read.Translations))), ("sendAt", release.SendAt?.ToString("o")));
        return await takeStep.RunAsync(read, release, read.Translations, step, cancellationToken) is { } submitted
            ? new StepResult.Done(submitted)
            : new StepResult.Changed();
    }

    internal static Release Submitted(Release release, ReleaseState next, DateTimeOffset? sendAt, Requester who, DateTimeOffset now) => release with
    {
        State = next,
        SendAt = sendAt,
        SubmittedBy = who.Person,
        SubmittedAt = now,
        Note = null,
        Waiting = next == ReleaseState.Submitted ? null : release.Waiting,
    };
}
