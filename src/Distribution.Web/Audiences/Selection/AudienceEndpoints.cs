using Distribution.Audiences.Selection;
using Distribution.Platform.Addresses;
using Distribution.Platform.Validation;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Audiences.Selection;

internal static class AudienceEndpoints
{
    public static void MapAudiences(this IEndpointRouteBuilder routes)
    {
        var audiences = routes.MapGroup("/api/audiences").WithTags("Audiences");
        audiences.MapPost("/estimate", Estimate).WithName("EstimateAudience").RequireRole(Role.Viewer);
        audiences.MapPost("/why", Explain).WithName("ExplainAudience").RequireRole(Role.Viewer);
        routes.MapGet("/api/releases/{id:id}/audience", EstimateRelease).WithName("EstimateReleaseAudience").WithTags("Releases").RequireRole(Role.Viewer);
    }

    /// <summary>
    /// Counts the recipients a release to an audience would be sent to now, and the excluded contacts by reason. Sends and stores nothing.
    /// </summary>
    internal static async Task<Results<Ok<AudienceEstimate>, InvalidProblem>> Estimate(
        AddressingInput request, CheckAddressing checkAddressing, EstimateAudience estimateAudience, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var addressing = await checkAddressing.RunAsync(request, errors, cancellationToken);
        return errors.Any ? new InvalidProblem(errors) : TypedResults.Ok(await estimateAudience.RunAsync(addressing, cancellationToken));
    }

    /// <summary>Counts the recipients a release would be sent to now, with the translations it has.</summary>
    internal static async Task<Results<Ok<AudienceEstimate>, MissingProblem>> EstimateRelease(
        string id, ReleaseStore releases, OrganisationStore organisations, EstimateAudience estimateAudience, CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        return TypedResults.Ok(await estimateAudience.RunAsync(found.AddressingBy(organisation), cancellationToken));
    }

    /// <summary>Says of one contact whether a release to an audience would be sent to them, in which language, and why.</summary>
    internal static async Task<Results<Ok<AudienceExplanation>, MissingProblem, InvalidProblem>> Explain(
        WhyRequest request, CheckAddressing checkAddressing, ExplainAudience explainAudience, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var addressing = await checkAddressing.RunAsync(request, errors, cancellationToken);
        errors.Require(request.Contact is null != request.Address is null, "contact", "is required where no address is given. Give one of the two.");
        if (request.Address is not null) errors.Address("address", request.Address);
        if (errors.Any) return new InvalidProblem(errors);

        var contact = request.Contact ?? await explainAudience.FindAsync(MailAddress.Parse(request.Address)!, cancellationToken);
        return contact is { Length: > 0 } && await explainAudience.RunAsync(addressing, contact, cancellationToken) is { } explanation
            ? TypedResults.Ok(explanation)
            : new MissingProblem("There is no such contact.");
    }
}

/// <summary>An audience and one person, by contact or by address.</summary>
internal sealed record WhyRequest : AddressingInput
{
    /// <summary>Id of the contact.</summary>
    public string? Contact { get; init; }

    /// <summary>Any address of the contact.</summary>
    public string? Address { get; init; }
}
