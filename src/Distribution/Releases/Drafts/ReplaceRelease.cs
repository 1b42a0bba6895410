using Distribution.Platform.Validation;
using Distribution.Releases.Times;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>
/// Replaces a release by its next version. Changed words void an approval; a translation that nobody has approved yet does not, and
/// may be written on even when the others are public. A replacement that changes nothing makes no version.
/// </summary>
public sealed class ReplaceRelease(CheckRelease checkRelease, ReadActorContext readActorContext, CommitTransition commitTransition, ReleaseTimeStore times, TimeProvider clock)
{
    public async Task<TransitionResult> RunAsync(ReleaseDocument read, ReleaseInput input, Requester who, CancellationToken cancellationToken)
    {
        var before = read.Release;
        var errors = new FieldErrors();
        var (draft, texts, dropped) = await checkRelease.RunAsync(input, errors, cancellationToken);
        errors.Require(draft.Source is null || draft.Source == before.Source, "source", "cannot be changed.");
        errors.Require(input.State is null, "state", "is for a new release: submit or approve this one.");
        if (draft.SendAt != before.SendAt) SendTimeLimits.Check(draft.SendAt, office: null, clock.GetUtcNow(), errors);
        if (errors.Any) return new TransitionResult.Invalid(errors);

        var (next, kept) = (Written(before, draft), WithSlugs(texts, read.Translations));
        var changes = EditRule.Changes(read, next, kept);
        if (changes.Count == 0) return new TransitionResult.Done(read) { Dropped = dropped };
        var action = EditRule.Action(before, changes);
        var answer = ReleaseStateMachine.Decide(before.State, action, await readActorContext.RunAsync(before, who, cancellationToken));
        if (answer is not TransitionDecision.Leads { Next: var state }) return new TransitionResult.Refused(answer);

        var release = next with { State = state, Version = before.Version + 1, EditedBy = who.User };
        if (action == ReleaseAction.Replace) release = release with { Approvals = [], ScheduledBy = null };
        if (release.SendAt is { } at && at != before.SendAt) await times.AddDueAsync(release.Id, at, cancellationToken);
        var step = ReleaseTransition.Create(action == ReleaseAction.Translate ? TransitionKind.Translated : TransitionKind.Edited, release, who.Actor, clock.GetUtcNow());
        return await commitTransition.RunAsync(read, release, kept, step with { Changes = changes }, cancellationToken) is { } replaced
            ? new TransitionResult.Done(replaced) { Dropped = dropped }
            : new TransitionResult.Changed();
    }

    /// <summary>The stored release with the author's changes.</summary>
    private static Release Written(Release before, Release draft) => before with
    {
        Office = draft.Office,
        PressOfficers = draft.PressOfficers,
        Topics = draft.Topics,
        Countries = draft.Countries,
        Audience = draft.Audience,
        OriginalLanguage = draft.OriginalLanguage,
        Headlines = draft.Headlines,
        SendAt = draft.SendAt ?? before.SendAt,
        TranslationPolicy = draft.TranslationPolicy,
        WaitHours = draft.WaitHours,
        SourceUrl = draft.SourceUrl,
    };

    /// <summary>A slug is for good: the new text in a language keeps that of the old one.</summary>
    private static List<Translation> WithSlugs(IEnumerable<Translation> texts, IEnumerable<Translation> before)
    {
        var slugs = before.ToDictionary(text => text.Language, text => text.Slug);
        return [.. texts.Select(text => text with { Slug = slugs.GetValueOrDefault(text.Language) })];
    }
}
