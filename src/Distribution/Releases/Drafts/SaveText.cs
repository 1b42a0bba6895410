using Distribution.Platform.Validation;
using Distribution.Releases.Intake;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>
/// Saves the text of a release in one language as an author types it. Nothing typed is refused for not being finished: a text that is said
/// to be ready and lacks headline or body stays a draft until it has them. Saving the same words again is idempotent, so that an answer
/// which was lost on the way makes no conflict.
/// </summary>
public sealed class SaveText(EditTranslation editTranslation, ReleaseStore releases)
{
    /// <param name="read">The release.</param>
    /// <param name="language">Language tag of the text.</param>
    /// <param name="input">The text.</param>
    /// <param name="version">The <see cref="TextVersion"/> that its author had before them.</param>
    /// <param name="who">The user who edits.</param>
    public async Task<SaveTextResult> RunAsync(
        ReleaseDocument read, string language, TranslationInput input, string version, Requester who, CancellationToken cancellationToken)
    {
        var isUnfinished = input.State is TranslationState.Ready && !IsFinished(input)
            && ReleaseStateMachine.IsBeingWritten(read.Release.State);
        if (isUnfinished) input = input with { State = TranslationState.Draft };
        var same = Kept(language, input);
        var result = await editTranslation.WriteAsync(
            read,
            language,
            input,
            (_, text) => TextVersion.Of(text) is var current && (current == version || current == same),
            who,
            cancellationToken,
            mayContinue: true);
        return result switch
        {
            TransitionResult.Done { Release: var saved, Dropped: var dropped } =>
                new SaveTextResult.Saved(saved, saved.In(language)) { IsUnfinished = isUnfinished, Dropped = dropped },
            TransitionResult.Invalid { Errors: var errors } => new SaveTextResult.Invalid(errors),
            TransitionResult.Refused { Answer: var answer } => new SaveTextResult.Refused(answer),
            _ => await releases.FindAsync(read.Release.Id, cancellationToken) is { } now
                ? new SaveTextResult.Changed(now, now.Translations.FirstOrDefault(text => text.Language == language))
                : new SaveTextResult.Gone(),
        };
    }

    private static bool IsFinished(TranslationInput input) =>
        !string.IsNullOrWhiteSpace(input.Headline) && (!string.IsNullOrWhiteSpace(input.Body) || input.Html is not null);

    /// <summary>The version that the words would have; null where they cannot be kept.</summary>
    private static string? Kept(string language, TranslationInput input)
    {
        FieldErrors errors = new();
        var text = TranslationRules.Check("", language, input, isComplete: false, errors);
        return errors.Any || input.Html is not null ? null : TextVersion.Of(text);
    }
}

/// <summary>The result of saving a text.</summary>
public abstract record SaveTextResult
{
    private SaveTextResult()
    {
    }

    /// <param name="Release">The release as it is now.</param>
    /// <param name="Text">The text as it is kept.</param>
    public sealed record Saved(ReleaseDocument Release, Translation Text) : SaveTextResult
    {
        /// <summary>Whether it was said to be ready and stays a draft, as it lacks headline or body.</summary>
        public bool IsUnfinished { get; init; }

        /// <summary>Parts of its HTML that were not taken over.</summary>
        public IReadOnlyList<DroppedPart> Dropped { get; init; } = [];
    }

    /// <summary>Somebody else has written the text since it was read.</summary>
    /// <param name="Release">The release as it is now.</param>
    /// <param name="Text">Their text; null where it was deleted.</param>
    public sealed record Changed(ReleaseDocument Release, Translation? Text) : SaveTextResult;

    public sealed record Invalid(FieldErrors Errors) : SaveTextResult;

    /// <summary>The state of the release or the roles of the user do not allow it.</summary>
    public sealed record Refused(TransitionDecision Answer) : SaveTextResult;

    /// <summary>The release was deleted.</summary>
    public sealed record Gone : SaveTextResult;
}
