using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>
/// Reads what has changed in a release since an approver last saw it or, where they have not, since it was last approved; and keeps which
/// version they see now. The same page again shows the same changes.
/// </summary>
public sealed class ReadUnseenChanges(ReleaseVersionStore versions, ReleaseLookStore looks, TimeProvider clock)
{
    /// <param name="document">The release as it is shown to them.</param>
    /// <param name="user">Id of the approver.</param>
    /// <returns>Null where there is no earlier version to compare with.</returns>
    public async Task<UnseenChanges?> RunAsync(ReleaseDocument document, string user, CancellationToken cancellationToken)
    {
        var release = document.Release;
        var look = await looks.FindAsync(release.Id, user, cancellationToken);
        var seen = look is null ? null : look.Version < release.Version ? look.Version : look.Before;
        if (look?.Version != release.Version)
        {
            ReleaseLook next = new() { Version = release.Version, Before = seen, At = clock.GetUtcNow() };
            await looks.PutAsync(release.Id, user, next, cancellationToken);
        }

        var earlier = seen ?? await LastApprovedAsync(release, cancellationToken);
        return earlier is { } version && await versions.FindAsync(release.Id, version, cancellationToken) is { } before
            ? new(version, seen is null, CompareVersions.Run(before, document))
            : null;
    }

    private async Task<int?> LastApprovedAsync(Release release, CancellationToken cancellationToken)
    {
        int? approved = release.Approvals is [.., { } last] && last.Version < release.Version ? last.Version : null;
        await foreach (var version in versions.AllAsync(release.Id, cancellationToken))
        {
            if (version.Approvals is [.., { } approval] && approval.Version < release.Version && !(approval.Version <= approved))
                approved = approval.Version;
        }

        return approved;
    }
}

/// <summary>The changes in a release since an earlier version.</summary>
/// <param name="Version">The earlier version.</param>
/// <param name="IsSinceApproval">Whether that is the one that was approved last; else it is the one that the approver saw last.</param>
/// <param name="Differences">The differences; none where another approver's decision alone made a new version.</param>
public sealed record UnseenChanges(int Version, bool IsSinceApproval, VersionDifferences Differences);
