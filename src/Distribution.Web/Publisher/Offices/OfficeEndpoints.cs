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

internal static class OfficeEndpoints
{
    public static void MapOffices(this IEndpointRouteBuilder routes)
    {
        var offices = routes.MapGroup("/api/offices").WithTags("Offices");
        offices.MapGet("/", List).WithName("ListOffices").RequireRole(Role.Viewer);
        offices.MapGet("/{id:id}", Read).WithName("ReadOffice").RequireRole(Role.Viewer);
        offices.MapGet("/{id:id}/on-duty", ListOnDuty).WithName("ListPressOfficersOnDuty").RequireRole(Role.Viewer);
        offices.MapPost("/", Create).WithName("CreateOffice").RequireRole(Role.Administrator, Where.ItsOffice).CreatesOnce();
        offices.MapPut("/{id:id}", Replace).WithName("ReplaceOffice").RequireRole(Role.Administrator, Where.ItsOffice);
        offices.MapDelete("/{id:id}", Delete).WithName("DeleteOffice").RequireRole(Role.Administrator, Where.ItsOffice);
    }

    /// <summary>Lists offices by id.</summary>
    internal static Task<Results<Listing<Office>, UnreadableProblem>> List(
        [AsParameters] ListQuery query, OfficeStore offices, CancellationToken cancellationToken) =>
        offices.ListAsync(query, cancellationToken);

    /// <summary>Reads an office.</summary>
    internal static Task<Results<Found<Office>, MissingProblem>> Read(
        string id, OfficeStore offices, CancellationToken cancellationToken) =>
        offices.ReadAsync(id, cancellationToken);

    /// <summary>
    /// Lists the press officers that a journalist may call for an office at an instant, best first, each with the reason.
    /// </summary>
    internal static async Task<Results<Ok<ListPart<OnDutyView>>, UnreadableProblem, MissingProblem>> ListOnDuty(
        string id, [AsParameters] OnDutyQuery query, FindOnDuty findOnDuty, CancellationToken cancellationToken)
    {
        if (query.Problem() is { } problem) return problem;
        return await findOnDuty.RunAsync(id, query.Instant, query.Tag, cancellationToken) is { } found
            ? TypedResults.Ok(new ListPart<OnDutyView>([.. found.Select(OnDutyView.From)], null))
            : new MissingProblem();
    }

    /// <summary>Creates an office.</summary>
    internal static Task<Results<Added<Office>, ForbiddenProblem, ConflictProblem, InvalidProblem>> Create(
        OfficeRequest request, CurrentUser user, OfficeStore offices, AuditTrail trail, CancellationToken cancellationToken) =>
        offices.CreateAsync(Propose(null, request, user), trail, cancellationToken);

    /// <summary>Replaces an office.</summary>
    internal static Task<Results<Saved<Office>, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>> Replace(
        string id,
        OfficeRequest request,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        OfficeStore offices,
        AuditTrail trail,
        CancellationToken cancellationToken) =>
        offices.ReplaceAsync(Propose(id, request, user), ifMatch, trail, cancellationToken);

    /// <summary>Deletes an office that nothing belongs to.</summary>
    internal static Task<Results<NoContent, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem>> Delete(
        string id,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        OfficeStore offices,
        FindOfficeUse use,
        AuditTrail trail,
        CancellationToken cancellationToken) =>
        offices.DeleteAsync(id, ifMatch, kept => Refusal(user, kept), () => use.RunAsync(id, cancellationToken), trail, cancellationToken);

    private static Proposal<Office> Propose(string? id, OfficeRequest request, CurrentUser user)
    {
        var errors = new FieldErrors();
        var office = OfficeRules.Check(request.ToOffice(id, errors), user.Offices, errors);
        return new(office.Id, office, errors, kept => Refusal(user, kept) ?? RefusalToMove(user, kept.Parent, office.Parent));
    }

    /// <summary>An office is kept by its own administrators and by those of the office above it.</summary>
    private static ForbiddenProblem? Refusal(CurrentUser user, Office office) =>
        user.Can(office.Parent, Role.Administrator) ? null
        : user.Offices.Contains(office.Id) ? user.Refusal(office.Id, Role.Administrator)
        : user.Refusal(office.Parent, Role.Administrator);

    /// <summary>
    /// Only who administers what is above an office takes it away from there, and only who administers what it comes below puts it there.
    /// </summary>
    private static ForbiddenProblem? RefusalToMove(CurrentUser user, string? from, string? to) =>
        from == to ? null : user.Refusal(from, Role.Administrator) ?? user.Refusal(to, Role.Administrator);
}
