using Distribution.Publisher.Users;
using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Publisher.Users;

/// <summary>The permission on a route's line.</summary>
internal static class Permissions
{
    /// <summary>The route is for those who hold the role, or a higher one.</summary>
    public static RouteHandlerBuilder RequireRole(this RouteHandlerBuilder route, Role role, Where where = Where.SomeOffice)
    {
        RoleRequirement requirement = new(role, where);
        route.Finally(BodyRefusals.Describe);
        return route.RequireAuthorization(policy => policy.RequireAuthenticatedUser().AddRequirements(requirement))
            .WithMetadata(requirement)
            .Produces<ProblemDetails>(StatusCodes.Status401Unauthorized, Problem.ContentType)
            .Produces<ProblemDetails>(StatusCodes.Status403Forbidden, Problem.ContentType)
            .Produces<ProblemDetails>(StatusCodes.Status500InternalServerError, Problem.ContentType)
            .Produces<ProblemDetails>(StatusCodes.Status503ServiceUnavailable, Problem.ContentType);
    }

    /// <summary>A route without a permission is for nobody. The answers of routing itself (404, 405, 415) are no routes.</summary>
    public static void DenyByDefault(AuthorizationOptions options) =>
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(context => (context.Resource as HttpContext)?.GetEndpoint() is not RouteEndpoint)
            .Build();
}
