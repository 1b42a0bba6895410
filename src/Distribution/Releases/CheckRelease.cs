using Distribution.Languages;
using Distribution.Validation;

namespace Distribution.Releases;

/// <summary>Checks a release as its author gives it against the rules and what there is to name.</summary>
public sealed class CheckRelease(ReadReferences readReferences)
{
    /// <returns>Release and texts in the form that is kept, where there are no errors.</returns>
    public async Task<(Release Release, IReadOnlyList<Translation> Texts)> RunAsync(
        ReleaseInput input, FieldErrors errors, CancellationToken cancellationToken)
    {
        var references = await readReferences.RunAsync(cancellationToken);
        var release = ReleaseRules.Check(input, references, errors);
        var texts = TranslationRules.Check(input, errors);
        return errors.Any ? (release, texts) : (release with { Headlines = Headlines(texts) }, texts);
    }

    private static Names Headlines(IEnumerable<Translation> texts) => new(texts.Select(text => KeyValuePair.Create(text.Language, text.Headline)));
}
