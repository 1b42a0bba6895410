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

    /// <summary>For a user who lacks the role that the route wants at the office of its thing; null where they hold it.</summary>
    /// <param name="office">Id of the office; null for what is the whole organisation's.</param>
    public static ForbiddenAnswer? AtOffice(HttpContext context, ConsoleVisit visit, string? office) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RoleRequirement>() is { Where: Where.ItsOffice, Role: var role }
            && !visit.Can(office, role)
            ? new(role, office)
            : null;

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
