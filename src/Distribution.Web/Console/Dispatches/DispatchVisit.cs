using Distribution.Dispatches.Ledger;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Web.Console.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Web.Console.Dispatches;

/// <summary>
/// A user's request about the dispatch that the route's <c>id</c> names, as a handler's parameter. <see cref="OfDispatchFilter"/>
/// answers where there is none.
/// </summary>
public sealed class DispatchVisit
{
    private readonly Dispatch? dispatch;

    private DispatchVisit(ConsoleVisit visit, Dispatch? dispatch, Release? release) =>
        (Visit, this.dispatch, Release) = (visit, dispatch, release);

    public ConsoleVisit Visit { get; }

    public bool IsFound => dispatch is not null;

    public Dispatch Dispatch => dispatch ?? throw new InvalidOperationException("The route lacks the filter for dispatches.");

    public string Id => Dispatch.Id;

    /// <summary>Null for a digest, and where the release was deleted.</summary>
    public Release? Release { get; }

    /// <summary>Id of the release's office; null for what is the whole organisation's.</summary>
    public string? Office => Release?.Office;

    /// <summary>Whether the user holds the role at the release's office, or for the whole organisation.</summary>
    public bool Can(Role role) => Visit.Can(Office, role);

    public static async ValueTask<DispatchVisit> BindAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var id = context.Request.RouteValues["id"]?.ToString() ?? "";
        var found = services.GetRequiredService<DispatchStore>().FindAsync(id, context.RequestAborted);
        var visit = await ConsoleVisit.BindAsync(context);
        if (await found is not { Value: var dispatch }) return new(visit, null, null);
        var release = await services.GetRequiredService<ReleaseStore>().FindMainAsync(dispatch.Release, context.RequestAborted);
        return new(visit, dispatch, release?.Value);
    }
}

/// <summary>Answers where there is no such dispatch, or the user lacks the role of the route at its release's office.</summary>
internal sealed class OfDispatchFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.Arguments.OfType<DispatchVisit>().SingleOrDefault() switch
        {
            { IsFound: false, Visit: var visit } => ConsolePage.Show<MissingThingPage>(visit, status: StatusCodes.Status404NotFound),
            { Visit: var visit, Office: var office } =>
                ForbiddenAnswer.AtOffice(context.HttpContext, visit, office) ?? await next(context),
            // The record is the API's own, which asks for its role itself.
            null => await next(context),
        };
}
