using Distribution.Storage;
using Distribution.Validation;

namespace Distribution.Releases;

/// <summary>Writes a draft anew, as its next version.</summary>
public sealed class ReplaceRelease(CheckRelease checkRelease, ReleaseStore releases)
{
    public async Task<ReplaceReleaseResult> RunAsync(ReleaseDocument read, ReleaseInput input, CancellationToken cancellationToken)
    {
        var before = read.Release;
        if (!ReleaseLife.Allows(before.State, ReleaseAction.Replace)) return new ReplaceReleaseResult.Refused(before.State);
        var errors = new FieldErrors();
        var (draft, texts) = await checkRelease.RunAsync(input, errors, cancellationToken);
        errors.Require(draft.Source is null || draft.Source == before.Source, "source", "cannot be changed.");
        if (errors.Any) return new ReplaceReleaseResult.Invalid(errors);

        var release = draft with
        {
            Id = before.Id,
            Version = before.Version + 1,
            Source = before.Source,
            CreatedBy = before.CreatedBy,
            CreatedAt = before.CreatedAt,
        };
        var written = await releases.ReplaceAsync(read, release, WithSlugs(texts, read.Translations), cancellationToken);
        return written is WriteResult.Done && await releases.FindAsync(before.Id, cancellationToken) is { } replaced
            ? new ReplaceReleaseResult.Replaced(replaced)
            : new ReplaceReleaseResult.Changed();
    }

    /// <summary>A slug is for good: the new text in a language keeps that of the old one.</summary>
    private static List<Translation> WithSlugs(IEnumerable<Translation> texts, IEnumerable<Translation> before)
    {
        var slugs = before.ToDictionary(text => text.Language, text => text.Slug);
        return [.. texts.Select(text => text with { Slug = slugs.GetValueOrDefault(text.Language) })];
    }
}
