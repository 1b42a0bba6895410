using Distribution.Platform.Audit;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Web.Console.Releases;
using Distribution.Web.Console.Shell;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Console.History;

/// <summary>The actions on a release with their users, and the differences between its versions.</summary>
internal static class HistoryEndpoints
{
    private const int PageSize = 50;

    public static void MapHistory(this IEndpointRouteBuilder routes)
    {
        var release = routes.MapConsoleRelease();
        release.MapPage("/history", ShowAsync).WithName("HistoryPage").RequireRole(Role.Viewer);
        release.MapPage("/history/{version:id}", CompareAsync).WithName("DifferencesPage").RequireRole(Role.Viewer);
    }

    internal static async Task<IResult> ShowAsync(
        ReleaseVisit visit,
        string? after,
        AuditStore audit,
        ReleaseVersionStore versions,
        UserStore users,
        CancellationToken cancellationToken)
    {
        var entries = audit.PageAsync(ReleaseTransition.SubjectOf(visit.Id), PageSize, after, cancellationToken);
        var names = NamesAsync(users, cancellationToken);
        var kept = await versions.AllAsync(visit.Id, cancellationToken).Select(version => version.Version).ToListAsync(cancellationToken);
        return ConsolePage.Show<HistoryPage>(visit.Visit, new Dictionary<string, object?>
        {
            [nameof(HistoryPage.Release)] = visit.Release,
            [nameof(HistoryPage.Entries)] = (await entries).Items.Select(entry => entry.Value).ToList(),
            [nameof(HistoryPage.Next)] = (await entries).After,
            [nameof(HistoryPage.Versions)] = kept,
            [nameof(HistoryPage.Names)] = await names,
        });
    }

    /// <summary>Shows the changes of a later version in an earlier one; of the latest where none is named.</summary>
    internal static async Task<IResult> CompareAsync(
        ReleaseVisit visit, int version, int? with, ReleaseVersionStore versions, CancellationToken cancellationToken)
    {
        var before = await FindAsync(visit.Document, version, versions, cancellationToken);
        var after = await FindAsync(visit.Document, with ?? visit.Release.Version, versions, cancellationToken);
        return before is null || after is null
            ? ConsolePage.Show<MissingThingPage>(visit.Visit, status: StatusCodes.Status404NotFound)
            : ConsolePage.Show<DifferencesPage>(visit.Visit, new Dictionary<string, object?>
            {
                [nameof(DifferencesPage.Release)] = visit.Release,
                [nameof(DifferencesPage.Before)] = before.Release,
                [nameof(DifferencesPage.After)] = after.Release,
                [nameof(DifferencesPage.Differences)] = CompareVersions.Run(before, after),
            });
    }

    private static async Task<ReleaseDocument?> FindAsync(
        ReleaseDocument current, int version, ReleaseVersionStore versions, CancellationToken cancellationToken) =>
        version == current.Release.Version ? current : await versions.FindAsync(current.Release.Id, version, cancellationToken);

    private static async Task<Dictionary<string, string>> NamesAsync(UserStore users, CancellationToken cancellationToken) =>
        await users.AllAsync(cancellationToken)
            .ToDictionaryAsync(user => user.Value.Id, user => user.Value.Name, cancellationToken: cancellationToken);
}
