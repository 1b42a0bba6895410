using Distribution.Audiences.Selection;
using Distribution.Platform.Validation;
using Distribution.Releases.Checks;
using Distribution.Releases.Drafts;
using Distribution.Releases.Times;

namespace Distribution.Releases.Workflow;

/// <summary>
/// Approves a version of a release. A submitted release is scheduled with it; later translations are sent to those who wait for them.
/// </summary>
public sealed class ApproveRelease(
    ReadActorContext readActorContext,
    ReadReferences readReferences,
    GateRelease gateRelease,
    ReserveSlugs reserveSlugs,
    CommitTransition commitTransition,
    ReleaseTimeStore times,
    TimeProvider clock)
{
    /// <summary>Name of the detail of the step that says what the approval leads to.</summary>
    public const string EffectDetail = "effect";

    private const string TimeRequired =
        "is missing, and without one the release would be sent at once. Say when, or approve with hold and schedule it later.";

    /// <param name="read">The release.</param>
    /// <param name="request">The approved version and texts.</param>
    /// <param name="who">The user who approves.</param>
    public async Task<TransitionResult> RunAsync(
        ReleaseDocument read, ApprovalRequest request, Requester who, CancellationToken cancellationToken)
    {
        var answer = ReleaseStateMachine.Decide(
            read.Release.State, ReleaseAction.Approve, await readActorContext.RunAsync(read.Release, who, cancellationToken));
        if (answer is not TransitionDecision.Leads { Next: var next }) return new TransitionResult.Refused(answer);
        if (request.Version != read.Release.Version) return new TransitionResult.Changed();
        if (IsAnswered(read)) return new TransitionResult.Refused(new TransitionDecision.WrongState(read.Release.State));
        var (errors, now) = (new FieldErrors(), clock.GetUtcNow());
        ReleaseRules.CheckSubmission(read, errors);
        var approved = Approved(read.Release, read.Translations, next, who, now);
        // Each dispatch of late translations has a number of its own.
        if (ReleaseStateMachine.IsPublic(next)) approved = approved with { Version = approved.Version + 1 };
        var references = await readReferences.RunAsync(cancellationToken);
        var sendAt = SendTimeRule.Read(request.SendAt, approved.Office, references.Offices, errors);
        if (next == ReleaseState.Approved) approved = SetTime(approved, sendAt, request.Hold, now);
        if (approved.State == ReleaseState.Scheduled) ReleaseRules.CheckSchedule(approved, approved.SendAt, references, now, errors);
        var effect = ApprovalEffects.Get(approved, now);
        if (request.RequireTime && effect == ApprovalEffect.AtOnce && sendAt is null) errors.Add(SendTimeRule.Field, TimeRequired);
        if (errors.Any) return new TransitionResult.Invalid(errors);
        var gate = await gateRelease.RunAsync(
            read,
            approved.SendAt,
            isAtOnce: effect == ApprovalEffect.AtOnce && sendAt is null,
            request.Acknowledgements,
            cancellationToken);
        if (gate.Blocking.Count > 0) return new TransitionResult.Blocked(gate.Blocking);
        approved = Acknowledged(approved, gate.Acknowledged);

        var texts = await reserveSlugs.RunAsync(approved, read.Translations, cancellationToken);
        if (approved.State == ReleaseState.Scheduled) await times.AddDueAsync(approved.Id, approved.SendAt!.Value, cancellationToken);
        if (ReleaseStateMachine.IsPublic(approved.State))
            await times.AddDueTranslationAsync(approved.Id, approved.Version, now, cancellationToken);
        return await commitTransition.RunAsync(read, approved, texts, Step(approved, who, effect, now), cancellationToken) is { } done
            ? new TransitionResult.Done(done) { Effect = effect }
            : new TransitionResult.Changed();
    }

    /// <summary>Whether somebody has answered for every text by now, as when an approver asks twice.</summary>
    private static bool IsAnswered(ReleaseDocument read) =>
        read.Release.State is ReleaseState.Approved or ReleaseState.Scheduled
        && ApprovalRule.Open(read.Release, read.Translations).Count == 0;

    /// <summary>The release with this approval of what was ready and nobody had answered for.</summary>
    internal static Release Approved(
        Release release, IReadOnlyList<Translation> texts, ReleaseState next, Requester who, DateTimeOffset now)
    {
        Approval approval = new()
        {
            By = who.User,
            At = now,
            Version = release.Version,
            Languages = ApprovalRule.Open(release, texts),
        };
        return release with { State = next, Approvals = [.. release.Approvals, approval], Note = null };
    }

    internal static Release Acknowledged(Release approved, IReadOnlyList<string> acknowledgements) =>
        approved with
        {
            Approvals = [.. approved.Approvals.SkipLast(1), approved.Approvals[^1] with { Acknowledgements = acknowledgements }]
        };

    /// <summary>
    /// Schedules the release at the time it names, or at once where it names none. A time of its own that has come must be set again: by
    /// then its author and approvers have been notified that nothing was sent.
    /// </summary>
    private static Release SetTime(Release approved, DateTimeOffset? sendAt, bool hold, DateTimeOffset now)
    {
        if (hold) return approved with { Waiting = null };
        var at = sendAt?.ToUniversalTime() ?? approved.SendAt ?? now;
        return sendAt is null && approved.SendAt <= now
            ? approved with { Waiting = null }
            : approved with { State = ReleaseState.Scheduled, SendAt = at, ScheduledBy = approved.Approvals[^1].By, Waiting = null };
    }

    private static ReleaseTransition Step(
        Release approved, Requester who, ApprovalEffect effect, DateTimeOffset now) => ReleaseTransition.Create(
        TransitionKind.Approved, approved, who.Actor, now,
        ("languages", string.Join(' ', approved.Approvals[^1].Languages)),
        ("acknowledgements", string.Join(' ', approved.Approvals[^1].Acknowledgements)),
        (EffectDetail, effect.ToString()),
        ("sendAt", approved.State == ReleaseState.Scheduled ? approved.SendAt?.ToString("o") : null));
}
