using Distribution.Audiences.MediaLists;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
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

namespace Distribution.Web.Contacts.Outlets;

internal static class OutletEndpoints
{
    public static void MapOutlets(this IEndpointRouteBuilder routes)
    {
        var outlets = routes.MapGroup("/api/outlets").WithTags("Outlets");
        outlets.MapGet("/", List).WithName("ListOutlets").RequireRole(Role.Viewer);
        outlets.MapGet("/{id:id}", Read).WithName("ReadOutlet").RequireRole(Role.Viewer);
        outlets.MapPost("/", Create).WithName("CreateOutlet").RequireRole(Role.Author).CreatesOnce();
        outlets.MapPut("/{id:id}", Replace).WithName("ReplaceOutlet").RequireRole(Role.Author);
        outlets.MapDelete("/{id:id}", Delete).WithName("DeleteOutlet").RequireRole(Role.Author);
    }

    /// <summary>Lists outlets by id.</summary>
    internal static Task<Results<Listing<Outlet>, UnreadableProblem>> List(
        [AsParameters] ListQuery query, [AsParameters] OutletListQuery wanted, OutletStore outlets, CancellationToken cancellationToken) =>
        outlets.ListAsync(query, wanted.Filter, cancellationToken);

    /// <summary>Reads an outlet.</summary>
    internal static Task<Results<Found<Outlet>, MissingProblem>> Read(
        string id, OutletStore outlets, CancellationToken cancellationToken) =>
        outlets.ReadAsync(id, cancellationToken);

    /// <summary>Creates an outlet.</summary>
    internal static async Task<Results<Added<Outlet>, ForbiddenProblem, ConflictProblem, InvalidProblem>> Create(
        OutletRequest request, OutletStore outlets, AuditTrail trail, CancellationToken cancellationToken) =>
        await outlets.CreateAsync(await ProposeAsync(null, request, outlets, cancellationToken), trail, cancellationToken);

    /// <summary>Replaces an outlet.</summary>
    internal static async Task<Results<Saved<Outlet>, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>>
        Replace(
            string id,
            OutletRequest request,
            [FromHeader(Name = "If-Match")] string? ifMatch,
            OutletStore outlets,
            AuditTrail trail,
            CancellationToken cancellationToken) =>
            await outlets.ReplaceAsync(await ProposeAsync(id, request, outlets, cancellationToken), ifMatch, trail, cancellationToken);

    /// <summary>Deletes an outlet that no contact and no other outlet needs.</summary>
    internal static Task<Results<NoContent, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem>> Delete(
        string id,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        OutletStore outlets,
        FindOutletUse use,
        AuditTrail trail,
        CancellationToken cancellationToken) =>
        outlets.DeleteAsync(id, ifMatch, _ => null, () => use.RunAsync(id, cancellationToken), trail, cancellationToken);

    private static async Task<Proposal<Outlet>> ProposeAsync(
        string? id, OutletRequest request, OutletStore outlets, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var above = await outlets.UpwardsAsync(request.Parent, cancellationToken);
        var outlet = OutletRules.Check(request.ToOutlet(id, errors), above, errors);
        return new(outlet.Id, outlet, errors, _ => null);
    }
}
