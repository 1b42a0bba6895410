using Distribution.Publisher.Users;
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

    internal static async Task<IResult> ShowAsync(ConsoleVisit visit, ReadToday readToday, CancellationToken cancellationToken) =>
        ConsolePage.Show<TodayPage>(visit, new Dictionary<string, object?>
        {
            [nameof(TodayPage.Content)] = await readToday.RunAsync(visit, cancellationToken),
        });
}
