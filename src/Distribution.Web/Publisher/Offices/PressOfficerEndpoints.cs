using System.ComponentModel;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.References;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Publisher.Offices;

internal static class PressOfficerEndpoints
{
    public static void MapPressOfficers(this IEndpointRouteBuilder routes)
    {
        var officers = routes.MapGroup("/api/press-officers").WithTags("Press officers");
        officers.MapGet("/", List).WithName("ListPressOfficers").RequireRole(Role.Viewer);
        officers.MapGet("/{id:id}", Read).WithName("ReadPressOfficer").RequireRole(Role.Viewer);
        officers.MapPost("/", Create).WithName("CreatePressOfficer").RequireRole(Role.Author, Where.ItsOffice).CreatesOnce();
        officers.MapPut("/{id:id}", Replace).WithName("ReplacePressOfficer").RequireRole(Role.Author, Where.ItsOffice);
        officers.MapDelete("/{id:id}", Delete).WithName("DeletePressOfficer").RequireRole(Role.Author, Where.ItsOffice);
    }

    /// <summary>Lists officers by id.</summary>
    internal static Task<Results<Listing<PressOfficer>, UnreadableProblem>> List(
        [AsParameters] ListQuery query,
        [AsParameters] PressOfficerListQuery wanted,
        PressOfficerStore officers,
        CancellationToken cancellationToken) =>
        officers.ListAsync(query, wanted.Filter, cancellationToken);

    /// <summary>Reads a press officer.</summary>
    internal static Task<Results<Found<PressOfficer>, MissingProblem>> Read(
        string id, PressOfficerStore officers, CancellationToken cancellationToken) =>
        officers.ReadAsync(id, cancellationToken);

    /// <summary>Creates a press officer.</summary>
    internal static Task<Results<Added<PressOfficer>, ForbiddenProblem, ConflictProblem, InvalidProblem>> Create(
        PressOfficerRequest request, CurrentUser user, PressOfficerStore officers, AuditTrail trail, CancellationToken cancellationToken) =>
        officers.CreateAsync(Propose(null, request, user), trail, cancellationToken);

    /// <summary>Replaces a press officer.</summary>
    internal static Task<Results<Saved<PressOfficer>, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>>
        Replace(
            string id,
            PressOfficerRequest request,
            CurrentUser user,
            [FromHeader(Name = "If-Match")] string? ifMatch,
            PressOfficerStore officers,
            AuditTrail trail,
            CancellationToken cancellationToken) =>
            officers.ReplaceAsync(Propose(id, request, user), ifMatch, trail, cancellationToken);

    /// <summary>
    /// Deletes a press officer. Where unfinished releases name them, another takes their place there, or a refusal lists those releases.
    /// </summary>
    internal static async Task<Results<NoContent, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>>
        Delete(
            string id,
            [Description("Id of the press officer who takes their place in releases that are not finished.")] string? replacement,
            CurrentUser user,
            [FromHeader(Name = "If-Match")] string? ifMatch,
            PressOfficerStore officers,
            RemovePressOfficer removePressOfficer,
            AuditTrail trail,
            CancellationToken cancellationToken)
    {
        if (await officers.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        if (Refusal(user, found.Value) is { } refusal) return refusal;
        if (!EntityTags.Pass(ifMatch, found.ETag))
            return new ChangedProblem { Members = await trail.LastChangeAsync<PressOfficer>(id, found.ETag, cancellationToken) };
        var result = await removePressOfficer.RunAsync(
            found, replacement, user.Actor, release => user.Can(release.Office, Role.Author), cancellationToken);
        if (result is RemovePressOfficerResult.Removed) await trail.DeletedAsync<PressOfficer>(id);
        return result switch
        {
            RemovePressOfficerResult.Removed => TypedResults.NoContent(),
            RemovePressOfficerResult.InUse { Releases: var releases } => PressOfficerInUse.Get(releases),
            RemovePressOfficerResult.Forbidden =>
                new ForbiddenProblem("A release of an office that is not yours names this press officer."),
            RemovePressOfficerResult.Invalid { Errors: var errors } => new InvalidProblem(errors),
            _ when ifMatch is not null => new ChangedProblem { Members = await LastChangeAsync() },
            _ => new ConflictProblem(ProblemTypes.Conflict) { Members = await LastChangeAsync() },
        };

        async Task<IReadOnlyDictionary<string, object?>> LastChangeAsync() =>
            await trail.LastChangeAsync<PressOfficer>(id, (await officers.FindAsync(id, cancellationToken))?.ETag, cancellationToken);
    }

    private static Proposal<PressOfficer> Propose(string? id, PressOfficerRequest request, CurrentUser user)
    {
        var errors = new FieldErrors();
        var officer = PressOfficerRules.Check(request.ToPressOfficer(id, errors), user.Offices, errors);
        return new(officer.Id, officer, errors, kept => Refusal(user, kept));
    }

    private static ForbiddenProblem? Refusal(CurrentUser user, PressOfficer officer) => user.Refusal(officer.Office, Role.Author);
}
