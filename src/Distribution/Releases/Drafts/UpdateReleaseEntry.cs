using Distribution.Platform.Storage;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>
/// Makes the entry of a release say what the release says now. It may run again at any time, also beside itself: an entry that another has
/// written since it was looked at is not overwritten with what was read before.
/// </summary>
public sealed class UpdateReleaseEntry(ReleaseStore releases, ReleaseEntryStore entries)
{
    public async Task RunAsync(string release, CancellationToken cancellationToken)
    {
        if (await releases.FindMainAsync(release, cancellationToken) is { Value.CreatedAt: var createdAt })
            await RunAsync(release, createdAt, cancellationToken);
    }

    public async Task RunAsync(string release, DateTimeOffset createdAt, CancellationToken cancellationToken)
    {
        while (await entries.FindVersionAsync(release, createdAt, cancellationToken) is { } version
            && await releases.FindAsync(release, cancellationToken) is { } document)
        {
            if (await entries.ReplaceAsync(Entry(document), version, cancellationToken) is WriteResult.Done) return;
        }
    }

    private static ReleaseEntry Entry(ReleaseDocument document)
    {
        var release = document.Release;
        return new()
        {
            Id = release.Id,
            Office = release.Office,
            OriginalLanguage = release.OriginalLanguage,
            Headlines = release.Headlines,
            State = release.State,
            Version = release.Version,
            AwaitsApproval = ApprovalRule.Waits(document),
            SendAt = release.SendAt,
            ReleasedAt = release.ReleasedAt,
            CreatedBy = release.CreatedBy,
            CreatedAt = release.CreatedAt,
            EditedBy = release.EditedBy ?? release.CreatedBy,
            EditedAt = release.EditedAt ?? release.CreatedAt,
            SubmittedBy = release.SubmittedBy,
        };
    }
}
