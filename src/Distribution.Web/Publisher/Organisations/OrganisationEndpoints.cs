using Distribution.Platform.Storage;
using Distribution.Platform.Validation;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Publisher.Organisations;

internal static class OrganisationEndpoints
{
    public static void MapOrganisation(this IEndpointRouteBuilder routes)
    {
        var organisation = routes.MapGroup("/api/organisation").WithTags("Organisation");
        organisation.MapGet("/", Read).WithName("ReadOrganisation").RequireRole(Role.Viewer);
        organisation.MapPut("/", Put).WithName("PutOrganisation").RequireRole(Role.Administrator, Where.Organisation);
    }

    /// <summary>Reads the organisation.</summary>
    internal static async Task<Results<Found<Organisation>, MissingProblem>> Read(
        OrganisationStore organisations, CancellationToken cancellationToken) =>
        await organisations.FindAsync(cancellationToken) is { } found
            ? new Found<Organisation>(found.Value, found.ETag)
            : new MissingProblem("There is no organisation yet: PUT one here.");

    /// <summary>Creates or replaces the organisation.</summary>
    internal static async Task<
        Results<Saved<Organisation>, Added<Organisation>, ChangedProblem, ConflictProblem, InvalidProblem>> Put(
        OrganisationRequest request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        OrganisationStore organisations,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        var found = await organisations.FindAsync(cancellationToken);
        if (!string.IsNullOrEmpty(ifMatch) && (found is null || !EntityTags.Pass(ifMatch, found.ETag)))
            return new ChangedProblem { Members = await LastChangeAsync() };
        var errors = new FieldErrors();
        var organisation = OrganisationRules.Check(request.ToOrganisation(), errors);
        if (errors.Any) return new InvalidProblem(errors);
        var write = found is null
            ? await organisations.AddAsync(organisation, cancellationToken)
            : await organisations.ReplaceAsync(found, organisation, cancellationToken);
        if (write is WriteResult.Done)
            await (found is null ? trail.CreatedAsync(null, organisation) : trail.ReplacedAsync(null, found.Value, organisation));
        return write switch
        {
            WriteResult.Done done when found is null => new Added<Organisation>(organisation, done.ETag),
            WriteResult.Done done => new Saved<Organisation>(organisation, done.ETag),
            _ when ifMatch is not null => new ChangedProblem { Members = await LastChangeAsync() },
            _ => new ConflictProblem(ProblemTypes.Conflict) { Members = await LastChangeAsync() },
        };

        async Task<IReadOnlyDictionary<string, object?>> LastChangeAsync() =>
            await trail.LastChangeAsync<Organisation>(null, (await organisations.FindAsync(cancellationToken))?.ETag, cancellationToken);
    }
}
