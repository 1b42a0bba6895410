using Distribution.Platform.Security;
using Distribution.Platform.Validation;
using Distribution.Releases.Checks;
using Distribution.Releases.Times;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>
/// Makes a release. Its id follows from its source or from the request's idempotency key, so that a repeat finds what the first made.
/// Rows in the order of creation and of sending come first; they count for nothing until the one write of the release.
/// </summary>
public sealed class CreateRelease(
    CheckRelease checkRelease,
    ReadActorContext readActorContext,
    GateRelease gateRelease,
    ReserveSlugs reserveSlugs,
    ReleaseStore releases,
    CommitTransition commitTransition,
    ReleaseTimeStore times,
    ReleaseEntryStore entries,
    TimeProvider clock)
{
    /// <param name="input">The release.</param>
    /// <param name="who">The user, with their role at its office.</param>
    /// <param name="idempotencyKey">The request's, if it has one.</param>
    public async Task<CreateReleaseResult> RunAsync(
        ReleaseInput input, Requester who, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var (errors, now) = (new FieldErrors(), clock.GetUtcNow());
        var state = input.State ?? ReleaseState.Draft;
        var (draft, texts, dropped) = await checkRelease.RunAsync(input, state != ReleaseState.Draft, errors, cancellationToken);
        SendTimeLimits.Check(draft.SendAt, office: null, now, errors);
        errors.Require(
            state is ReleaseState.Draft or ReleaseState.Submitted or ReleaseState.Approved,
            "state",
            "of a new release is draft, submitted or approved.");
        errors.Require(
            state == ReleaseState.Draft || texts.Any(text => text.State == TranslationState.Ready),
            "translations",
            "has no text that is ready.");
        if (errors.Any) return new CreateReleaseResult.Invalid(errors);
        if (await RefusalAsync(draft, state, who, cancellationToken) is { } refusal) return new CreateReleaseResult.Refused(refusal);

        var written =
            draft with { Id = Id(draft.Source, who.User, idempotencyKey), CreatedBy = who.User, CreatedAt = now, EditedBy = who.User };
        if (await releases.FindAsync(written.Id, cancellationToken) is { } found) return Repeated(found);
        var release = Advance(written, texts, state, who, now);
        if (release.State == ReleaseState.Scheduled)
        {
            var gate = await gateRelease.RunAsync(
                ReleaseDocument.Unsaved(release, texts),
                release.SendAt,
                isAtOnce: draft.SendAt is null,
                input.Acknowledgements,
                cancellationToken);
            if (gate.Blocking.Count > 0) return new CreateReleaseResult.Blocked(gate.Blocking);
            release = ApproveRelease.Acknowledged(release, gate.Acknowledged);
        }

        await entries.ReserveAsync(release.Id, release.CreatedAt, cancellationToken);
        if (release.SendAt is { } at) await times.AddDueAsync(release.Id, at, cancellationToken);
        var added = await commitTransition.AddAsync(
            release, await reserveSlugs.RunAsync(release, texts, cancellationToken), Steps(release, who, now), cancellationToken);
        return await releases.FindAsync(release.Id, cancellationToken) switch
        {
            null => throw new InvalidOperationException($"Release {release.Id} went away while it was made."),
            var document when added => new CreateReleaseResult.Created(document) { Dropped = dropped },
            var document => Repeated(document),
        };
    }

    /// <summary>The creator of a release is its last editor, so that where a second user is required they cannot approve it.</summary>
    private async Task<TransitionDecision?> RefusalAsync(
        Release draft, ReleaseState state, Requester who, CancellationToken cancellationToken)
    {
        if (state == ReleaseState.Draft) return null;
        var actor = await readActorContext.RunAsync(draft with { EditedBy = who.User }, who, cancellationToken);
        var answer = state == ReleaseState.Submitted
            ? ReleaseStateMachine.Decide(ReleaseState.Draft, ReleaseAction.Submit, actor)
            : ReleaseStateMachine.Decide(ReleaseState.Submitted, ReleaseAction.Approve, actor);
        return answer is TransitionDecision.Leads ? null : answer;
    }

    private static Release Advance(Release draft, IReadOnlyList<Translation> texts, ReleaseState state, Requester who, DateTimeOffset now)
    {
        if (state == ReleaseState.Draft) return draft;
        var submitted = SubmitRelease.Submitted(draft, ReleaseState.Submitted, draft.SendAt, who, now);
        if (state == ReleaseState.Submitted) return submitted;
        return ApproveRelease.Approved(submitted, texts, ReleaseState.Scheduled, who, now) with
        {
            SendAt = draft.SendAt ?? now,
            ScheduledBy = who.User
        };
    }

    private static List<ReleaseTransition> Steps(Release release, Requester who, DateTimeOffset now)
    {
        List<ReleaseTransition> steps = [ReleaseTransition.Create(
            TransitionKind.Created, release, who.Actor, now, ("source", release.Source is { } from ? $"{from.System} {from.Id}" : null))];
        if (release.State == ReleaseState.Submitted) steps.Add(
            ReleaseTransition.Create(TransitionKind.Submitted, release, who.Actor, now, ("sendAt", release.SendAt?.ToString("o"))));
        if (release.State == ReleaseState.Scheduled) steps.Add(ReleaseTransition.Create(
            TransitionKind.Approved,
            release,
            who.Actor,
            now,
            ("sendAt", release.SendAt?.ToString("o")),
            ("acknowledgements", string.Join(' ', release.Approvals[^1].Acknowledgements))));
        return steps;
    }

    private static CreateReleaseResult Repeated(ReleaseDocument found) =>
        found.Release.Source is null ? new CreateReleaseResult.Created(found) : new CreateReleaseResult.Known(found.Release.Id);

    private static string Id(ReleaseSource? source, string person, string? idempotencyKey) => (source, idempotencyKey) switch
    {
        ({ } known, _) => NewId.From("source", known.System, known.Id),
        (null, { } key) => NewId.From("key", person, key),
        _ => NewId.Random(),
    };
}
