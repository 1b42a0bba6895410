using Distribution.Storage;

namespace Distribution.Releases;

/// <summary>Writes a draft anew, as its next version.</summary>
public sealed class ReplaceRelease(ReadReferences readReferences, ReleaseStore releases)
{
    public async Task<ReplaceReleaseResult> RunAsync(ReleaseDocument read, ReleaseInput input, CancellationToken cancellationToken)
    {
        var before = read.Release;
        if (!ReleaseLife.Allows(before.State, ReleaseAction.Replace)) return new ReplaceReleaseResult.Refused(before.State);
        var errors = ReleaseRules.Check(input, await readReferences.RunAsync(cancellationToken));
        errors.Require(input.Source is null || input.Source == before.Source, "source", "cannot be changed.");
        if (errors.Any) return new ReplaceReleaseResult.Invalid(errors);

        var release = ReleaseRules.Read(input, before.Id, before.CreatedBy, before.CreatedAt) with
        {
            Source = before.Source,
            Version = before.Version + 1,
        };
        var written = await releases.ReplaceAsync(read, release, TranslationRules.Read(input, read.Translations), cancellationToken);
        return written is WriteResult.Done && await releases.FindAsync(before.Id, cancellationToken) is { } replaced
            ? new ReplaceReleaseResult.Replaced(replaced)
            : new ReplaceReleaseResult.Changed();
    }
}
