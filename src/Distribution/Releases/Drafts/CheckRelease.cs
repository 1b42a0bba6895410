using Distribution.Audiences.Selection;
using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Releases.Intake;

namespace Distribution.Releases.Drafts;

/// <summary>Checks a release as its author gives it against the rules and what there is to name.</summary>
public sealed class CheckRelease(ReadReferences readReferences)
{
    /// <param name="input">The release.</param>
    /// <param name="isComplete">Whether it must have all that sending takes; a draft may be without.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public async Task<CheckedRelease> RunAsync(
        ReleaseInput input, bool isComplete, FieldErrors errors, CancellationToken cancellationToken)
    {
        var references = await readReferences.RunAsync(cancellationToken);
        (input, var dropped) = AcceptHtml.From(input, errors);
        var release = ReleaseRules.Check(input, isComplete, references, errors);
        var texts = TranslationRules.Check(input, isComplete, errors);
        return new(errors.Any ? release : release with { Headlines = Headlines(texts) }, texts, dropped);
    }

    internal static Names Headlines(IEnumerable<Translation> texts) =>
        new(texts.Select(text => KeyValuePair.Create(text.Language, text.Headline)));
}

/// <summary>A release as its author gives it, in the form that is kept where there are no errors.</summary>
public sealed record CheckedRelease(Release Release, IReadOnlyList<Translation> Texts, IReadOnlyList<DroppedPart> Dropped);
