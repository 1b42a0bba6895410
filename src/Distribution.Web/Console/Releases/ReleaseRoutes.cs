using Distribution.Web.Console.Shell;
using Distribution.Web.Platform.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Console.Releases;

/// <summary>The routes of one release's pages.</summary>
internal static class ReleaseRoutes
{
    /// <summary>Routes below one release; a release that is not there is answered with a page that says so.</summary>
    public static RouteGroupBuilder MapConsoleRelease(this IEndpointRouteBuilder routes)
    {
        var release = routes.MapConsole().MapGroup($"/releases/{{id:{IdConstraint.Name}}}");
        release.AddEndpointFilter<ExistingReleaseFilter>();
        return release;
    }
}

/// <summary>Answers with a page where there is no such release.</summary>
internal sealed class ExistingReleaseFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.Arguments.OfType<ReleaseVisit>().Single() is { IsFound: false, Visit: var visit }
            ? ConsolePage.Show<MissingThingPage>(visit, status: StatusCodes.Status404NotFound)
            : await next(context);
}
