using Distribution.Platform.Validation;
using Distribution.Releases.Times;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>
/// Writes a release anew, as its next version. Changed words void an approval; a translation that nobody answers for yet does not, and
/// may be written on even when the others are public. What changes nothing is no version.
/// </summary>
public sealed class ReplaceRelease(CheckRelease checkRelease, ReadStanding readStanding, TakeStep takeStep, ReleaseTimeStore times, TimeProvider clock)
{
    public async Task<StepResult> RunAsync(ReleaseDocument read, ReleaseInput input, Requester who, CancellationToken cancellationToken)
    {
        var before = read.Release;
        var errors = new FieldErrors();
        var (draft, texts, dropped) = await checkRelease.RunAsync(input, errors, cancellationToken);
        errors.Require(draft.Source is null || draft.Source == before.Source, "source", "cannot be changed.");
        errors.Require(input.State is null, "state", "is for a new release: submit or approve this one.");
        if (draft.SendAt != before.SendAt) SendTimeLimits.Check(draft.SendAt, office: null, clock.GetUtcNow(), errors);
        if (errors.Any) return new StepResult.Invalid(errors);

        var (next, kept) = (Written(before, draft), WithSlugs(texts, read.Translations));
        var changes = EditRule.Changes(read, next, kept);
        if (changes.Count == 0) return new StepResult.Done(read) { Dropped = dropped };
        var action = EditRule.Action(before, changes);
        var answer = ReleaseLife.Decide(before.State, action, await readStanding.RunAsync(before, who, cancellationToken));
        if (answer is not LifeAnswer.Leads { Next: var state }) return new StepResult.Refused(answer);

        var release = next with { State = state, Version = before.Version + 1, EditedBy = who.Person };
        if (action == ReleaseAction.Replace) release = release with { Approvals = [], ScheduledBy = null };
        if (release.SendAt is { } at && at != before.SendAt) await times.AddDueAsync(release.Id, at, cancellationToken);
        var step = ReleaseStep.Of(action == ReleaseAction.Translate ? StepKind.Translated : StepKind.Edited, release, who.Actor, clock.GetUtcNow());
        return await takeStep.RunAsync(read, release, kept, step with { Changes = changes }, cancellationToken) is { } replaced
            ? new StepResult.Done(replaced) { Dropped = dropped }
            : new StepResult.Changed();
    }

    /// <summary>What there was, with what the author writes.</summary>
    private static Release Written(Release before, Release draft) => before with
    {
        Office = draft.Office,
        Officers = draft.Officers,
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
