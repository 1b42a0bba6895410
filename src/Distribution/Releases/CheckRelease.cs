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
        return (ReleaseRules.Check(input, references, errors), TranslationRules.Check(input, errors));
    }
}
