using Distribution.Audiences.Selection;
using Distribution.Platform.Validation;
using Distribution.Releases.Checks;
using Distribution.Releases.Times;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>
/// Sets a release going; who schedules what nobody has approved approves it. Slugs and the time row come first and mean nothing by
/// themselves; the one write of the release that makes it scheduled is the last, so no scheduled release can be missed.
/// </summary>
public sealed class ScheduleRelease(
    ReadActorContext readActorContext,
    ReadReferences readReferences,
    GateRelease gateRelease,
    ReserveSlugs reserveSlugs,
    CommitTransition commitTransition,
    ReleaseTimeStore times,
    TimeProvider clock)
{
    /// <param name="read">The release.</param>
    /// <param name="sendAt">When it is to be sent; now when left out.</param>
    /// <param name="acknowledgements">Warnings of the checks that are meant so.</param>
    /// <param name="who">The user who schedules it.</param>
    public async Task<TransitionResult> RunAsync(
        ReleaseDocument read,
        SendTimeInput? sendAt,
        IReadOnlyList<string> acknowledgements,
        Requester who,
        CancellationToken cancellationToken)
    {
        var answer = ReleaseStateMachine.Decide(
            read.Release.State, ReleaseAction.Schedule, await readActorContext.RunAsync(read.Release, who, cancellationToken));
        if (answer is not TransitionDecision.Leads { Next: var next }) return new TransitionResult.Refused(answer);
        var (errors, now) = (new FieldErrors(), clock.GetUtcNow());
        if (read.Release.State != ReleaseState.Approved) ReleaseRules.CheckSubmission(read, errors);
        var references = await readReferences.RunAsync(cancellationToken);
        var at = SendTimeRule.Read(sendAt, read.Release.Office, references.Offices, errors) ?? now;
        ReleaseRules.CheckSchedule(read.Release, at, references, now, errors);
        if (errors.Any) return new TransitionResult.Invalid(errors);
        var gate = await gateRelease.RunAsync(read, at, isAtOnce: false, acknowledgements, cancellationToken);
        if (gate.Blocking.Count > 0) return new TransitionResult.Blocked(gate.Blocking);

        var approved = read.Release.State == ReleaseState.Approved
            ? read.Release
            : ApproveRelease.Acknowledged(ApproveRelease.Approved(read.Release, read.Translations, next, who, now), gate.Acknowledged);
        var scheduled = approved with { State = next, SendAt = at.ToUniversalTime(), ScheduledBy = who.User, Waiting = null };
        var texts = await reserveSlugs.RunAsync(scheduled, read.Translations, cancellationToken);
        await times.AddDueAsync(scheduled.Id, scheduled.SendAt.Value, cancellationToken);
        var step = ReleaseTransition.Create(
            TransitionKind.Scheduled,
            scheduled,
            who.Actor,
            now,
            ("sendAt", scheduled.SendAt.Value.ToString("o")),
            ("acknowledgements", string.Join(' ', gate.Acknowledged)));
        return await commitTransition.RunAsync(read, scheduled, texts, step, cancellationToken) is { } done
            ? new TransitionResult.Done(done) { Effect = ApprovalEffects.Get(scheduled, now) }
            : new TransitionResult.Changed();
    }
}
