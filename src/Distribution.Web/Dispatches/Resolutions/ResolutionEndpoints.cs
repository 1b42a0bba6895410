using System.ComponentModel;
using System.Diagnostics;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Resolutions;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Dispatches.Resolutions;

internal static class ResolutionEndpoints
{
    public static void MapResolutions(this IEndpointRouteBuilder dispatches)
    {
        dispatches.MapGet("/dispatches/{id:id}/held", List).WithName("ListHeldRecipients").RequireRole(Role.Viewer);
        dispatches.MapPost("/dispatches/{id:id}/resolve", Resolve).WithName("ResolveHeldRecipients").RequireRole(Role.Author).CreatesOnce();
    }

    /// <summary>
    /// Lists the recipients of a dispatch who may have been accepted and wait for a person, by contact, with what has been said of them.
    /// </summary>
    internal static async Task<Results<Listing<RecordEntry>, UnreadableProblem, MissingProblem>> List(
        string id,
        [Description("`false`: only unresolved recipients; `true`: only resolved ones.")] bool? resolved,
        [AsParameters] ListQuery query,
        DispatchStore dispatches,
        ListHeld listHeld,
        CancellationToken cancellationToken)
    {
        if (query.Problem() is { } problem) return problem;
        if (await dispatches.FindAsync(id, cancellationToken) is not { } dispatch) return new MissingProblem();
        return new Listing<RecordEntry>(await listHeld.RunAsync(dispatch.Value, resolved, query.Count, query.Key, cancellationToken));
    }

    /// <summary>
    /// Resolves held recipients: says of each whether they received the mail. The outcome on record stays; the request is idempotent.
    /// </summary>
    internal static async Task<Results<Ok<ListPart<HeldResolution>>, MissingProblem, ForbiddenProblem, ConflictProblem, InvalidProblem>>
        Resolve(
            string id,
            ResolveRequest request,
            CurrentUser user,
            DispatchStore dispatches,
            ReleaseStore releases,
            ResolveHeld resolveHeld,
            CancellationToken cancellationToken)
    {
        if (await dispatches.FindAsync(id, cancellationToken) is not { } dispatch) return new MissingProblem();
        var release = await releases.FindMainAsync(dispatch.Value.Release, cancellationToken);
        if (!user.Can(release?.Value.Office, Role.Author)) return new ForbiddenProblem();
        return await resolveHeld.RunAsync(dispatch.Value, request.Recipients, user.User, cancellationToken) switch
        {
            ResolveHeldResult.Resolved { Resolutions: var resolutions } =>
                TypedResults.Ok(new ListPart<HeldResolution>(resolutions, null)),
            ResolveHeldResult.NotHeld { Errors: var errors } =>
                new ConflictProblem(ProblemTypes.WrongState, "Only held recipients can be resolved. None was.", errors),
            ResolveHeldResult.Invalid { Errors: var errors } => new InvalidProblem(errors),
            _ => throw new UnreachableException(),
        };
    }
}

/// <summary>A user's findings about held recipients.</summary>
internal sealed record ResolveRequest
{
    /// <summary>1 to 100 of them, each once. All are resolved, or none.</summary>
    public required IReadOnlyList<ResolutionInput> Recipients { get; init; }
}
