using Distribution.Platform.Validation;
using Distribution.Releases.Intake;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>
/// Writes or deletes the text of a release in one language. Edits of different languages at the same time do not disturb each other: one
/// that finds the release changed reads it again, as long as its own text is still the one that its author had before them.
/// </summary>
public sealed class EditTranslation(ReleaseStore releases, CommitEdit commitEdit)
{
    private const int MostTries = 8;

    /// <param name="read">The release.</param>
    /// <param name="language">Language tag of the text.</param>
    /// <param name="input">The text.</param>
    /// <param name="isCurrent">Whether the text, or none, is the one that the author means to replace.</param>
    /// <param name="who">The user who edits.</param>
    /// <param name="mayContinue">Whether it is one of the edits that a page saves by itself while its author types.</param>
    public Task<TransitionResult> WriteAsync(
        ReleaseDocument read,
        string language,
        TranslationInput input,
        Func<Release, Translation?, bool> isCurrent,
        Requester who,
        CancellationToken cancellationToken,
        bool mayContinue = false) =>
        RunAsync(
            read, language, isCurrent, (found, errors) => Written(found, language, input, errors), who, mayContinue, cancellationToken);

    /// <summary>Deletes the text, unless it is the only one or the original.</summary>
    public Task<TransitionResult> DeleteAsync(
        ReleaseDocument read,
        string language,
        Func<Release, Translation?, bool> isCurrent,
        Requester who,
        CancellationToken cancellationToken) =>
        RunAsync(
            read,
            language,
            isCurrent,
            (found, errors) =>
            {
                errors.Require(
                    language != found.Release.OriginalLanguage,
                    "language",
                    "is the one that the release was written in. Change originalLanguage first.");
                return ([.. found.Translations.Where(text => text.Language != language)], []);
            },
            who,
            mayContinue: false,
            cancellationToken);

    private async Task<TransitionResult> RunAsync(
        ReleaseDocument read,
        string language,
        Func<Release, Translation?, bool> isCurrent,
        Func<ReleaseDocument, FieldErrors, (List<Translation> Texts, IReadOnlyList<DroppedPart> Dropped)> edit,
        Requester who,
        bool mayContinue,
        CancellationToken cancellationToken)
    {
        var found = read;
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (!isCurrent(found.Release, found.Translations.FirstOrDefault(text => text.Language == language))) break;
            FieldErrors errors = new();
            var (texts, dropped) = edit(found, errors);
            if (errors.Any) return new TransitionResult.Invalid(errors);
            var result = await commitEdit.RunAsync(found, found.Release, texts, who, cancellationToken, mayContinue);
            if (result is TransitionResult.Done done) return done with { Dropped = dropped };
            if (result is not TransitionResult.Changed) return result;
            if (await releases.FindAsync(read.Release.Id, cancellationToken) is not { } again) break;
            found = again;
        }

        return new TransitionResult.Changed();
    }

    private static (List<Translation> Texts, IReadOnlyList<DroppedPart> Dropped) Written(
        ReleaseDocument found, string language, TranslationInput input, FieldErrors errors)
    {
        var (text, dropped) = AcceptHtml.From(language, input, found.Release.SourceUrl, errors);
        var isComplete = !ReleaseStateMachine.IsBeingWritten(found.Release.State);
        var written = TranslationRules.Check("", language, text, isComplete, errors);
        List<Translation> texts = [.. found.Translations.Where(other => other.Language != language), written];
        TranslationRules.CheckTogether(texts, errors);
        return (texts, dropped);
    }
}
