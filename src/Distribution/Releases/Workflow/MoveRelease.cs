using Distribution.Platform.Validation;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>
/// Returns, withdraws, reopens or unschedules a release. A time row stays: removing it could take away the row of whoever schedules the
/// release for the same instant at this moment, and without a scheduled release it counts for nothing.
/// </summary>
public sealed class MoveRelease(ReadStanding readStanding, TakeStep takeStep, TimeProvider clock)
{
    private const int LongestNote = 4_000;

    /// <summary>Gives the release back to its author; of one that is approved or public, only the translations that are not.</summary>
    public Task<StepResult> ReturnAsync(ReleaseDocument read, string note, Requester who, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var words = errors.Text("note", note, LongestNote).ReplaceLineEndings("\n");
        if (errors.Any) return Task.FromResult<StepResult>(new StepResult.Invalid(errors));
        return MoveAsync(read, ReleaseAction.Return, StepKind.Returned, words, who, (release, next) => Returned(release, next) with { Note = words }, cancellationToken);
    }

    /// <summary>It is not to be sent at all.</summary>
    public Task<StepResult> WithdrawAsync(ReleaseDocument read, string? note, Requester who, CancellationToken cancellationToken) =>
        MoveAsync(read, ReleaseAction.Withdraw, StepKind.Withdrawn, note, who, (release, next) => Unset(release, next) with { Approvals = [] }, cancellationToken);

    /// <summary>A withdrawn release is a draft again.</summary>
    public Task<StepResult> ReopenAsync(ReleaseDocument read, Requester who, CancellationToken cancellationToken) =>
        MoveAsync(read, ReleaseAction.Reopen, StepKind.Reopened, note: null, who, (release, next) => release with { State = next }, cancellationToken);

    /// <summary>A scheduled release stays approved and has no time any more.</summary>
    public Task<StepResult> UnscheduleAsync(ReleaseDocument read, Requester who, CancellationToken cancellationToken) =>
        MoveAsync(read, ReleaseAction.Unschedule, StepKind.Unscheduled, note: null, who, Unset, cancellationToken);

    private async Task<StepResult> MoveAsync(
        ReleaseDocument read, ReleaseAction action, StepKind kind, string? note, Requester who,
        Func<Release, ReleaseState, Release> change, CancellationToken cancellationToken)
    {
        var answer = ReleaseLife.Decide(read.Release.State, action, await readStanding.RunAsync(read.Release, who, cancellationToken));
        if (answer is not LifeAnswer.Leads { Next: var next }) return new StepResult.Refused(answer);
        var texts = kind == StepKind.Returned ? Reopened(read) : read.Translations;
        var moved = change(read.Release, next);
        var step = ReleaseStep.Of(kind, moved, who.Actor, clock.GetUtcNow()) with { Note = note };
        return await takeStep.RunAsync(read, moved, texts, step, cancellationToken) is { } done ? new StepResult.Done(done) : new StepResult.Changed();
    }

    private static Release Returned(Release release, ReleaseState next) =>
        next == ReleaseState.Returned ? Unset(release, next) with { Approvals = [] } : release;

    private static Release Unset(Release release, ReleaseState next) => release with { State = next, SendAt = null, ScheduledBy = null, Waiting = null };

    /// <summary>Late translations that are given back are drafts until their author says that they are ready.</summary>
    private static IReadOnlyList<Translation> Reopened(ReleaseDocument read) => ReleaseLife.IsPublic(read.Release.State)
        ? [.. read.Translations.Select(text => ApprovalRule.IsCovered(read.Release, text.Language) ? text : text with { State = TranslationState.Draft })]
        : read.Translations;
}
