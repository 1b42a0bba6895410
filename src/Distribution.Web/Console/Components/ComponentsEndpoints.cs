using Distribution.Publisher.Users;
using Distribution.Web.Console.Shell;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Distribution.Web.Console.Components;

/// <summary>The parts that pages are made of, side by side, for developers. There is no such page outside of development.</summary>
internal static class ComponentsEndpoints
{
    public static void MapComponents(this IEndpointRouteBuilder routes) =>
        routes.MapConsole().MapPage("/components", Show).WithName("ComponentsPage").RequireRole(Role.Viewer);

    internal static IResult Show(ConsoleVisit visit, IHostEnvironment environment) => environment.IsDevelopment()
        ? ConsolePage.Show<ComponentsPage>(visit)
        : ConsolePage.Show<MissingThingPage>(visit, status: StatusCodes.Status404NotFound);
}
