using Distribution.Audiences.Selection;
using Distribution.Platform.Validation;
using Distribution.Releases.Times;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>
/// Changes what a release has beside its texts and its audience. Edits of these at the same time do not disturb it: it reads the release
/// again, as long as the details are still those that its author had before them.
/// </summary>
public sealed class EditDetails(ReleaseStore releases, CheckRelease checkRelease, CommitEdit commitEdit, TimeProvider clock)
{
    private const int MostTries = 8;

    /// <param name="read">The release.</param>
    /// <param name="details">Its details as they shall be.</param>
    /// <param name="version">The <see cref="ReleaseDetails.Version"/> that the author had before them.</param>
    /// <param name="who">The user who edits.</param>
    public async Task<TransitionResult> RunAsync(
        ReleaseDocument read, ReleaseDetails details, string version, Requester who, CancellationToken cancellationToken)
    {
        var found = read;
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (ReleaseDetails.From(found.Release).Version() != version) break;
            var result = await TryAsync(found, details, who, cancellationToken);
            if (result is not TransitionResult.Changed) return result;
            if (await releases.FindAsync(read.Release.Id, cancellationToken) is not { } again) break;
            found = again;
        }

        return new TransitionResult.Changed();
    }

    private async Task<TransitionResult> TryAsync(
        ReleaseDocument read, ReleaseDetails details, Requester who, CancellationToken cancellationToken)
    {
        var before = read.Release;
        FieldErrors errors = new();
        var isComplete = !ReleaseStateMachine.IsBeingWritten(before.State);
        var (draft, _, _) = await checkRelease.RunAsync(Input(read, details), isComplete, errors, cancellationToken);
        if (draft.SendAt != before.SendAt) SendTimeLimits.Check(draft.SendAt, office: null, clock.GetUtcNow(), errors);
        errors.Require(
            draft.SendAt is not null || before.State is not ReleaseState.Scheduled,
            SendTimeRule.Field,
            "is required: the release is scheduled. Unschedule it first.");
        if (errors.Any) return new TransitionResult.Invalid(errors);
        var written = before with
        {
            PressOfficers = draft.PressOfficers,
            Topics = draft.Topics,
            Countries = draft.Countries,
            SendAt = draft.SendAt,
            TranslationPolicy = draft.TranslationPolicy,
            WaitHours = draft.WaitHours,
        };
        return await commitEdit.RunAsync(read, written, read.Translations, who, cancellationToken);
    }

    /// <summary>The release as it would be given again, with these details.</summary>
    private static ReleaseInput Input(ReleaseDocument read, ReleaseDetails details) => new()
    {
        Office = read.Release.Office,
        PressOfficers = details.PressOfficers,
        Topics = details.Topics,
        Countries = details.Countries,
        Audience = AudienceInput.From(read.Release.Audience),
        OriginalLanguage = read.Release.OriginalLanguage,
        Translations = read.Translations.ToDictionary(text => text.Language, text => new TranslationInput
        {
            State = text.State,
            Headline = text.Headline,
            Subheading = text.Subheading,
            Dateline = text.Dateline,
            Summary = text.Summary,
            Body = text.Body,
        }),
        SendAt = details.SendAt,
        TranslationPolicy = details.TranslationPolicy,
        WaitHours = details.WaitHours,
        SourceUrl = read.Release.SourceUrl,
        Source = read.Release.Source,
    };
}
