using Distribution.Publisher.Users;
using Distribution.Web.Console.Setup;
using Distribution.Web.Console.Shell;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Console.Today;

/// <summary>The first page: what needs the user, what is being sent, what comes next.</summary>
internal static class TodayEndpoints
{
    public static void MapToday(this IEndpointRouteBuilder routes) =>
        routes.MapConsole().MapPage("", ShowAsync).WithName("TodayPage").RequireRole(Role.Viewer);

    /// <summary>In an empty store, an administrator is led to setting it up.</summary>
    internal static async Task<IResult> ShowAsync(ConsoleVisit visit, ReadToday readToday, CancellationToken cancellationToken) =>
        visit.Organisation is null && visit.Can(office: null, Role.Administrator)
            ? ConsoleRoutes.To(SetupEndpoints.Address)
            : ConsolePage.Show<TodayPage>(visit, new Dictionary<string, object?>
            {
                [nameof(TodayPage.Content)] = await readToday.RunAsync(visit, cancellationToken),
            });
}
