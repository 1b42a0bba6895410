using System.Security.Cryptography;
using System.Text.Json;
using Distribution.Audiences.Selection;
using Distribution.Platform.Validation;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>
/// Changes the audience of a release and nothing else. Edits of its texts and details at the same time do not disturb it: it reads the
/// release again, as long as the audience is still the one that its author had before them.
/// </summary>
public sealed class ChangeAudience(ReleaseStore releases, ReadReferences readReferences, CommitEdit commitEdit)
{
    private const int MostTries = 8;
    private const int Bytes = 8;

    /// <summary>16 hexadecimal digits that change with an audience, so that an author can say which they had before them.</summary>
    public static string VersionOf(Audience audience) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(audience)).AsSpan(0, Bytes));

    /// <param name="read">The release.</param>
    /// <param name="audience">Its audience as it shall be.</param>
    /// <param name="version">The <see cref="VersionOf"/> that the author had before them.</param>
    /// <param name="who">The user who edits.</param>
    public async Task<TransitionResult> RunAsync(
        ReleaseDocument read, AudienceInput audience, string version, Requester who, CancellationToken cancellationToken)
    {
        FieldErrors errors = new();
        var references = await readReferences.RunAsync(cancellationToken);
        var release = read.Release;
        ReferenceRules.Check(
            release.Office,
            release.PressOfficers,
            audience.Lists,
            audience.ExcludedLists,
            isComplete: !ReleaseStateMachine.IsBeingWritten(release.State),
            references,
            errors);
        var next = AudienceRules.Check(audience, references, errors);
        if (errors.Any) return new TransitionResult.Invalid(errors);
        var found = read;
        for (var tries = 0; tries < MostTries && VersionOf(found.Release.Audience) == version; tries++)
        {
            var written = found.Release with { Audience = next };
            var result = await commitEdit.RunAsync(found, written, found.Translations, who, cancellationToken);
            if (result is not TransitionResult.Changed) return result;
            if (await releases.FindAsync(release.Id, cancellationToken) is not { } again) break;
            found = again;
        }

        return new TransitionResult.Changed();
    }
}
