using Distribution.Publisher.Users;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Console.Shell;

/// <summary>The page that says which role at which office a user lacks.</summary>
internal sealed class ForbiddenAnswer(Role role, string? office, bool isAnywhere = false) : IResult
{
    /// <summary>For a user who lacks the role that the route names.</summary>
    public static ForbiddenAnswer ForRoute(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RoleRequirement>() is { } needed
            ? new(needed.Role, null, needed.Where != Where.Organisation)
            : new(Role.Viewer, null, isAnywhere: true);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var visit = await ConsoleVisit.BindAsync(httpContext);
        Dictionary<string, object?> parameters = new()
        {
            [nameof(ForbiddenPage.Role)] = role,
            [nameof(ForbiddenPage.Office)] = office,
            [nameof(ForbiddenPage.IsAnywhere)] = isAnywhere,
        };
        await ConsolePage.Show<ForbiddenPage>(visit, parameters, StatusCodes.Status403Forbidden).ExecuteAsync(httpContext);
    }
}
