using Distribution.Audiences.Selection;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Deliveries;
using Distribution.Dispatches.Ledger;
using Distribution.Platform.Addresses;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Web.Contacts.Contacts;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Dispatches.Deliveries;

/// <summary>The mails to one contact, and why one did not get a dispatch.</summary>
internal static class DeliveryEndpoints
{
    public static void MapDeliveries(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/contacts/{id:id}/deliveries", List).WithTags("Contacts").WithName("ListDeliveries").RequireRole(Role.Viewer);
        routes.MapPost("/api/dispatches/{id:id}/why", Explain).WithTags("Dispatches").WithName("ExplainDelivery").RequireRole(Role.Viewer);
    }

    /// <summary>
    /// Lists the dispatches that a contact is or was a recipient of, newest first, with what became of the mail. A part may be short though
    /// there is a next one: each looks at a hundred dispatches.
    /// </summary>
    internal static async Task<Results<Listing<Delivery>, UnreadableProblem, MissingProblem>> List(
        string id,
        [AsParameters] ListQuery query,
        ContactStore contacts,
        ReadDeliveries readDeliveries,
        CancellationToken cancellationToken)
    {
        if (query.Problem() is { } problem) return problem;
        return await contacts.FindAsync(id, cancellationToken) is null
            ? await MissingContact.ReadAsync(id, contacts, cancellationToken)
            : new Listing<Delivery>(await readDeliveries.RunAsync(id, query.Count, query.Key, cancellationToken));
    }

    /// <summary>Says of one contact why they got a dispatch or did not, and how certain that is.</summary>
    internal static async Task<Results<Ok<DeliveryExplanation>, MissingProblem, InvalidProblem>> Explain(
        string id,
        DeliveryQuestion request,
        DispatchStore dispatches,
        ExplainAudience explainAudience,
        ExplainDelivery explainDelivery,
        CancellationToken cancellationToken)
    {
        FieldErrors errors = new();
        errors.Require(
            request.Contact is null != request.Address is null, "contact", "is required where no address is given. Give one of the two.");
        if (request.Address is not null) errors.Address("address", request.Address);
        if (request.Contact is not null) errors.Id("contact", request.Contact);
        if (errors.Any) return new InvalidProblem(errors);
        if (await dispatches.FindAsync(id, cancellationToken) is not { Value: var dispatch }) return new MissingProblem();
        var contact = request.Contact ?? await explainAudience.FindAsync(MailAddress.Parse(request.Address)!, cancellationToken);
        return contact is not null && await explainDelivery.RunAsync(dispatch, contact, cancellationToken) is { } explanation
            ? TypedResults.Ok(explanation)
            : new MissingProblem("There is no such contact: they were never added, or their data was erased.");
    }
}

/// <summary>One person, by contact or by address. An address comes in a body, since addresses of requests are logged.</summary>
internal sealed record DeliveryQuestion
{
    /// <summary>Id of the contact.</summary>
    public string? Contact { get; init; }

    /// <summary>Any address of the contact.</summary>
    public string? Address { get; init; }
}
