using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Checks;
using Distribution.Web.Console.Releases;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Console.Checks;

/// <summary>The checks beside a text: a part of a page that is asked for again after each save.</summary>
internal static class ChecksEndpoints
{
    public static void MapChecksBeside(this IEndpointRouteBuilder routes) =>
        routes.MapConsoleRelease().MapPage("/write/{language:language}/checks", ShowAsync).WithName("ReadChecksPart")
            .RequireRole(Role.Viewer);

    public static string Address(string id, string language) => $"{ReleaseAddresses.Write(id, language)}/checks";

    internal static async Task<IResult> ShowAsync(
        ReleaseVisit visit, string language, PressOfficerStore officers, CheckTexts checkTexts, CancellationToken cancellationToken) =>
        new PublicPage<ChecksPart>(new Dictionary<string, object?>
        {
            [nameof(ChecksPart.Findings)] = await FindAsync(visit, language, officers, checkTexts, cancellationToken),
            [nameof(ChecksPart.Release)] = visit.Id,
            [nameof(ChecksPart.Here)] = language,
            [nameof(ChecksPart.Language)] = visit.Visit.Language,
        })
        {
            CacheControl = CachedContent.Never,
        };

    /// <summary>
    /// The findings: errors before warnings, and among them those in the text on the page first. None before there is an organisation.
    /// </summary>
    public static async Task<IReadOnlyList<CheckFinding>> FindAsync(
        ReleaseVisit visit, string language, PressOfficerStore officers, CheckTexts checkTexts, CancellationToken cancellationToken)
    {
        var (release, offices) = (visit.Release, visit.Visit.Offices);
        if (visit.Visit.Organisation is not { } organisation || offices.Find(release.Office) is not { } office) return [];
        var found = await Task.WhenAll(release.PressOfficers.Select(id => officers.FindAsync(id, cancellationToken)));
        List<PressContact> contacts = [.. found.OfType<Distribution.Platform.Storage.Stored<PressOfficer>>()
            .Where(officer => offices.Contains(officer.Value.Office))
            .Select(officer => new PressContact(officer.Value, offices.Find(officer.Value.Office)!))];
        return [.. checkTexts.Run(visit.Document, organisation, office, contacts).OrderBy(finding => finding.Severity)
            .ThenBy(finding => !finding.Where.StartsWith($"translations.{language}", StringComparison.Ordinal))];
    }
}
