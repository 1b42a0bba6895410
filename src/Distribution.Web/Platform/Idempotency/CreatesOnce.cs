using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Distribution.Web.Platform.Idempotency;

/// <summary>Metadata of a route that creates something, and takes an Idempotency-Key so as not to do it twice.</summary>
internal sealed record CreatesOnce;

internal static class CreatesOnceRoutes
{
    public static RouteHandlerBuilder CreatesOnce(this RouteHandlerBuilder route)
    {
        route.Finally(BodyRefusals.DescribeKey);
        return route.WithMetadata(new CreatesOnce()).Produces<ProblemDetails>(StatusCodes.Status409Conflict, Problem.ContentType);
    }
}
