using System.ComponentModel;
using Distribution.Platform.Languages;
using Distribution.Platform.Storage;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Releases.Drafts;

/// <summary>The versions of a release and their differences.</summary>
internal static class VersionEndpoints
{
    public static void MapVersions(this IEndpointRouteBuilder releases)
    {
        releases.MapGet("/{id:id}/versions", List).WithName("ListReleaseVersions").RequireRole(Role.Viewer);
        releases.MapGet("/{id:id}/versions/{version:id}", Read).WithName("ReadReleaseVersion").RequireRole(Role.Viewer);
        releases.MapGet("/{id:id}/versions/{version:id}/differences", Compare).WithName("CompareReleaseVersions").RequireRole(Role.Viewer);
    }

    /// <summary>
    /// Lists the versions of a release, newest first. One that differs from the one before only by an approval is left out.
    /// </summary>
    internal static async Task<Results<Listing<VersionSummary>, MissingProblem>> List(
        string id, ReleaseStore releases, ReleaseVersionStore versions, CancellationToken cancellationToken)
    {
        if (await releases.FindMainAsync(id, cancellationToken) is not { Value: var current }) return new MissingProblem();
        var earlier = await versions.AllAsync(id, cancellationToken).ToListAsync(cancellationToken);
        List<VersionSummary> all = [.. earlier.Where(version => version.Version < current.Version).Append(current).Reverse()
            .Select(VersionSummary.From)];
        return new Listing<VersionSummary>(new Page<VersionSummary>(all, null));
    }

    /// <summary>Reads a version of a release with its texts, as it was when the next one replaced it.</summary>
    internal static async Task<Results<Ok<ReleaseView>, MissingProblem>> Read(
        string id,
        int version,
        CurrentUser user,
        ReleaseStore releases,
        ReleaseVersionStore versions,
        CancellationToken cancellationToken) =>
        await FindAsync(id, version, releases, versions, cancellationToken) is { } found
            ? TypedResults.Ok(ReleaseView.From(found, user.Offices))
            : new MissingProblem();

    /// <summary>Compares a version of a release with another, or with the latest: fields, and texts word by word.</summary>
    internal static async Task<Results<Ok<VersionDifferences>, MissingProblem>> Compare(
        string id,
        int version,
        [Description("The version to compare with; the latest when left out.")] int? with,
        ReleaseStore releases,
        ReleaseVersionStore versions,
        CancellationToken cancellationToken)
    {
        var before = await FindAsync(id, version, releases, versions, cancellationToken);
        var after = with is { } other
            ? await FindAsync(id, other, releases, versions, cancellationToken)
            : await releases.FindAsync(id, cancellationToken);
        return before is null || after is null ? new MissingProblem() : TypedResults.Ok(CompareVersions.Run(before, after));
    }

    private static async Task<ReleaseDocument?> FindAsync(
        string id, int version, ReleaseStore releases, ReleaseVersionStore versions, CancellationToken cancellationToken) =>
        await releases.FindAsync(id, cancellationToken) is { } current && version == current.Release.Version
            ? current
            : await versions.FindAsync(id, version, cancellationToken);
}

/// <summary>A version of a release without its texts.</summary>
/// <param name="EditedBy">Id of the user who wrote it.</param>
/// <param name="Headlines">The headline of each text.</param>
internal sealed record VersionSummary(int Version, string EditedBy, DateTimeOffset EditedAt, Names Headlines)
{
    public static VersionSummary From(Release release) =>
        new(release.Version, release.EditedBy ?? release.CreatedBy, release.EditedAt ?? release.CreatedAt, release.Headlines);
}
