using Distribution.Platform.Validation;
using Distribution.Releases.Times;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>Replaces a release by its next version. A replacement that changes nothing makes no version.</summary>
public sealed class ReplaceRelease(CheckRelease checkRelease, CommitEdit commitEdit, TimeProvider clock)
{
    public async Task<TransitionResult> RunAsync(
        ReleaseDocument read, ReleaseInput input, Requester who, CancellationToken cancellationToken)
    {
        var before = read.Release;
        var errors = new FieldErrors();
        var isComplete = !ReleaseStateMachine.IsBeingWritten(before.State);
        var (draft, texts, dropped) = await checkRelease.RunAsync(input, isComplete, errors, cancellationToken);
        errors.Require(draft.Source is null || draft.Source == before.Source, "source", "cannot be changed.");
        errors.Require(input.State is null || input.State == before.State, "state", "cannot be set: submit or approve the release.");
        if (draft.SendAt != before.SendAt) SendTimeLimits.Check(draft.SendAt, office: null, clock.GetUtcNow(), errors);
        if (errors.Any) return new TransitionResult.Invalid(errors);
        var result = await commitEdit.RunAsync(read, Written(before, draft), texts, who, cancellationToken);
        return result is TransitionResult.Done done ? done with { Dropped = dropped } : result;
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
        SendAt = draft.SendAt ?? before.SendAt,
        TranslationPolicy = draft.TranslationPolicy,
        WaitHours = draft.WaitHours,
        SourceUrl = draft.SourceUrl,
    };
}
