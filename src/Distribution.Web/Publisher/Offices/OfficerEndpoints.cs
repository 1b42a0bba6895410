using System.ComponentModel;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.References;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Publisher.Offices;

internal static class OfficerEndpoints
{
    public static void MapOfficers(this IEndpointRouteBuilder routes)
    {
        var officers = routes.MapGroup("/api/officers").WithTags("Officers");
        officers.MapGet("/", List).WithName("ListOfficers").RequireRole(Role.Reader);
        officers.MapGet("/{id:id}", Read).WithName("ReadOfficer").RequireRole(Role.Reader);
        officers.MapPost("/", Create).WithName("CreateOfficer").RequireRole(Role.Officer).CreatesOnce();
        officers.MapPut("/{id:id}", Replace).WithName("ReplaceOfficer").RequireRole(Role.Officer);
        officers.MapDelete("/{id:id}", Delete).WithName("DeleteOfficer").RequireRole(Role.Officer);
    }

    /// <summary>Lists officers by id.</summary>
    internal static Task<Results<Listing<Officer>, UnreadableProblem>> List(
        [AsParameters] ListQuery query, OfficerStore officers, CancellationToken cancellationToken) =>
        officers.ListAsync(query, cancellationToken);

    /// <summary>Reads a press officer.</summary>
    internal static Task<Results<Found<Officer>, MissingProblem>> Read(string id, OfficerStore officers, CancellationToken cancellationToken) =>
        officers.ReadAsync(id, cancellationToken);

    /// <summary>Creates a press officer.</summary>
    internal static Task<Results<Added<Officer>, ForbiddenProblem, ConflictProblem, InvalidProblem>> Create(
        OfficerRequest request, CurrentUser user, OfficerStore officers, AuditTrail trail, CancellationToken cancellationToken) =>
        officers.CreateAsync(Propose(null, request, user), trail, cancellationToken);

    /// <summary>Replaces a press officer.</summary>
    internal static Task<Results<Saved<Officer>, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>> Replace(
        string id,
        OfficerRequest request,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        OfficerStore officers,
        AuditTrail trail,
        CancellationToken cancellationToken) =>
        officers.ReplaceAsync(Propose(id, request, user), ifMatch, trail, cancellationToken);

    /// <summary>Deletes a press officer. Where unfinished releases name them, another takes their place there, or a refusal lists those releases.</summary>
    internal static async Task<Results<NoContent, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>> Delete(
        string id,
        [Description("Id of the officer who takes their place in releases that are not finished.")] string? replacement,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        OfficerStore officers,
        RemoveOfficer removeOfficer,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        if (await officers.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        if (!May(user, found.Value)) return new ForbiddenProblem();
        if (!EntityTags.Pass(ifMatch, found.ETag)) return new ChangedProblem();
        var result = await removeOfficer.RunAsync(found, replacement, release => user.Can(release.Office, Role.Officer), cancellationToken);
        if (result is RemoveOfficerResult.Removed) await trail.DeletedAsync<Officer>(id);
        return result switch
        {
            RemoveOfficerResult.Removed => TypedResults.NoContent(),
            RemoveOfficerResult.InUse { Releases: var releases } => OfficerInUse.Of(releases),
            RemoveOfficerResult.Forbidden => new ForbiddenProblem("A release of an office that is not yours names this officer."),
            RemoveOfficerResult.Invalid { Errors: var errors } => new InvalidProblem(errors),
            _ when ifMatch is not null => new ChangedProblem(),
            _ => new ConflictProblem(ProblemTypes.Conflict),
        };
    }

    private static Proposal<Officer> Propose(string? id, OfficerRequest request, CurrentUser user)
    {
        var errors = new FieldErrors();
        var officer = OfficerRules.Check(request.ToOfficer(id, errors), user.Offices, errors);
        return new(officer.Id, officer, errors, kept => May(user, kept));
    }

    private static bool May(CurrentUser user, Officer officer) => user.Can(officer.Office, Role.Officer);
}
