using Distribution.Web.Console.Shell;
using Distribution.Web.Platform.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Console.Releases;

/// <summary>The routes of one release's pages.</summary>
internal static class ReleaseRoutes
{
    /// <summary>Routes below one release, each with its role at the release's office.</summary>
    public static RouteGroupBuilder MapConsoleRelease(this IEndpointRouteBuilder routes)
    {
        var release = routes.MapConsole().MapGroup($"/releases/{{id:{IdConstraint.Name}}}");
        release.AddEndpointFilter<OfReleaseFilter>();
        return release;
    }
}

/// <summary>Answers where there is no such release, or the user lacks the role of the route at its office.</summary>
internal sealed class OfReleaseFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var visit = context.Arguments.OfType<ReleaseVisit>().Single();
        return visit.IsFound
            ? ForbiddenAnswer.AtOffice(context.HttpContext, visit.Visit, visit.Release.Office) ?? await next(context)
            : ConsolePage.Show<MissingThingPage>(visit.Visit, status: StatusCodes.Status404NotFound);
    }
}
