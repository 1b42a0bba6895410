using Distribution.Offices;
using Distribution.People;
using Distribution.Validation;
using Distribution.Web.Idempotency;
using Distribution.Web.Problems;
using Distribution.Web.Resources;
using Distribution.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Offices;

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
        OfficerRequest request, CurrentUser user, OfficerStore officers, CancellationToken cancellationToken) =>
        officers.CreateAsync(Propose(null, request, user), cancellationToken);

    /// <summary>Replaces a press officer.</summary>
    internal static Task<Results<Saved<Officer>, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>> Replace(
        string id,
        OfficerRequest request,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        OfficerStore officers,
        CancellationToken cancellationToken) =>
        officers.ReplaceAsync(Propose(id, request, user), ifMatch, cancellationToken);

    /// <summary>Deletes a press officer whom no unfinished release names.</summary>
    internal static Task<Results<NoContent, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem>> Delete(
        string id,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        OfficerStore officers,
        FindOfficerUse use,
        CancellationToken cancellationToken) =>
        officers.DeleteAsync(id, ifMatch, kept => May(user, kept), () => use.RunAsync(id, cancellationToken), cancellationToken);

    private static Proposal<Officer> Propose(string? id, OfficerRequest request, CurrentUser user)
    {
        var errors = new FieldErrors();
        var officer = OfficerRules.Check(request.ToOfficer(id, errors), user.Offices, errors);
        return new(officer.Id, officer, errors, kept => May(user, kept));
    }

    private static bool May(CurrentUser user, Officer officer) => user.Can(officer.Office, Role.Officer);
}
