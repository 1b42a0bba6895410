using Distribution.Platform.Validation;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>
/// Returns, withdraws, reopens or unschedules a release. A time row stays: removing it could take away the row of a request that schedules
/// the
/// release for the same instant at this moment, and without a scheduled release it counts for nothing.
/// </summary>
public sealed class TransitionRelease(ReadActorContext readActorContext, CommitTransition commitTransition, TimeProvider clock)
{
    private const int LongestNote = 4_000;

    /// <summary>Gives the release back to its author; of one that is approved or public, only the translations that are not.</summary>
    public Task<TransitionResult> ReturnAsync(ReleaseDocument read, string note, Requester who, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var words = errors.Text("note", note, LongestNote).ReplaceLineEndings("\n");
        if (errors.Any) return Task.FromResult<TransitionResult>(new TransitionResult.Invalid(errors));
        return MoveAsync(
            read,
            ReleaseAction.Return,
            TransitionKind.Returned,
            words,
            who,
            (release, next) => Returned(release, next) with { Note = words },
            cancellationToken);
    }

    /// <summary>It is not to be sent at all.</summary>
    public Task<TransitionResult> WithdrawAsync(ReleaseDocument read, string? note, Requester who, CancellationToken cancellationToken) =>
        MoveAsync(
            read,
            ReleaseAction.Withdraw,
            TransitionKind.Withdrawn,
            note,
            who,
            (release, next) => Stopped(release, next),
            cancellationToken);

    /// <summary>A withdrawn release is a draft again.</summary>
    public Task<TransitionResult> ReopenAsync(ReleaseDocument read, Requester who, CancellationToken cancellationToken) =>
        MoveAsync(
            read,
            ReleaseAction.Reopen,
            TransitionKind.Reopened,
            note: null,
            who,
            (release, next) => release with { State = next },
            cancellationToken);

    /// <summary>A scheduled release stays approved and has no time any more.</summary>
    public Task<TransitionResult> UnscheduleAsync(ReleaseDocument read, Requester who, CancellationToken cancellationToken) =>
        MoveAsync(read, ReleaseAction.Unschedule, TransitionKind.Unscheduled, note: null, who, Unset, cancellationToken);

    private async Task<TransitionResult> MoveAsync(
        ReleaseDocument read, ReleaseAction action, TransitionKind kind, string? note, Requester who,
        Func<Release, ReleaseState, Release> change, CancellationToken cancellationToken)
    {
        var answer =
            ReleaseStateMachine.Decide(read.Release.State, action, await readActorContext.RunAsync(read.Release, who, cancellationToken));
        if (answer is not TransitionDecision.Leads { Next: var next }) return new TransitionResult.Refused(answer);
        var texts = kind == TransitionKind.Returned ? Reopened(read) : read.Translations;
        var moved = change(read.Release, next);
        var step = ReleaseTransition.Create(kind, moved, who.Actor, clock.GetUtcNow()) with { Note = note };
        return await commitTransition.RunAsync(read, moved, texts, step, cancellationToken) is { } done
            ? new TransitionResult.Done(done)
            : new TransitionResult.Changed();
    }

    private static Release Returned(Release release, ReleaseState next) =>
        next == ReleaseState.Returned ? Stopped(release, next) : release;

    /// <summary>Nobody answers for it any more. Its time stays, as after an edit: the next approval must not send it at another.</summary>
    private static Release Stopped(Release release, ReleaseState next) =>
        release with { State = next, ScheduledBy = null, Waiting = null, Approvals = [] };

    private static Release Unset(Release release, ReleaseState next) =>
        release with { State = next, SendAt = null, ScheduledBy = null, Waiting = null };

    /// <summary>Late translations that are given back are drafts until their author says that they are ready.</summary>
    private static IReadOnlyList<Translation> Reopened(ReleaseDocument read) => ReleaseStateMachine.IsPublic(read.Release.State)
        ? [.. read.Translations.Select(
            text => ApprovalRule.IsCovered(read.Release, text.Language) ? text : text with { State = TranslationState.Draft })]
        : read.Translations;
}
