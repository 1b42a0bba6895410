using System.ComponentModel;
using System.Diagnostics;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Resolutions;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Web.Platform.Audit;
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
        dispatches.MapGet("/dispatches/{id:id}/held", List).WithName("ListHeldRecipients").RequireRole(Role.Viewer, Where.ItsOffice);
        dispatches.MapPost("/dispatches/{id:id}/resolve", Resolve).WithName("ResolveHeldRecipients")
            .RequireRole(Role.Author, Where.ItsOffice).CreatesOnce();
    }

    /// <summary>
    /// Lists the recipients of a dispatch who may have been accepted and wait for a person, by contact, with what has been said of them.
    /// </summary>
    internal static async Task<Results<Listing<RecordEntry>, UnreadableProblem, MissingProblem, ForbiddenProblem>> List(
        string id,
        [Description("`false`: only unresolved recipients; `true`: only resolved ones.")] bool? resolved,
        [AsParameters] ListQuery query,
        CurrentUser user,
        DispatchStore dispatches,
        ReleaseStore releases,
        ListHeld listHeld,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        if (query.Problem() is { } problem) return problem;
        if (await dispatches.FindAsync(id, cancellationToken) is not { } dispatch) return new MissingProblem();
        var release = await releases.FindMainAsync(dispatch.Value.Release, cancellationToken);
        if (user.Refusal(release?.Value.Office, Role.Viewer) is { } refusal) return refusal;
        var page = await listHeld.RunAsync(dispatch.Value, resolved, query.Count, query.Key, cancellationToken);
        if (page.Items.Count > 0) await trail.NoteAsync("dispatches.heldRead", $"dispatch:{id}", []);
        return new Listing<RecordEntry>(page);
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
        if (user.Refusal(release?.Value.Office, Role.Author) is { } refusal) return refusal;
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
