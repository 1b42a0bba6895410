using Distribution.Platform.Addresses;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Contacts.Addresses;

internal static class AddressEndpoints
{
    private const int MostAddresses = 1_000;

    public static void MapAddresses(this IEndpointRouteBuilder routes)
    {
        var addresses = routes.MapGroup("/api/addresses").WithTags("Contacts");
        addresses.MapPost("/check", Check).WithName("CheckAddresses").RequireRole(Role.Author);
    }

    /// <summary>Says of each text whether it is a mail address, what is wrong with it, and what may have been meant, in their order. Nothing is kept.</summary>
    internal static Results<Ok<ListPart<AddressAnswer>>, InvalidProblem> Check(AddressCheckRequest request)
    {
        var errors = new FieldErrors();
        errors.Require(request.Addresses.Count is > 0 and <= MostAddresses, "addresses", $"has 1 to {MostAddresses} entries.");
        if (errors.Any) return new InvalidProblem(errors);
        return TypedResults.Ok(new ListPart<AddressAnswer>([.. request.Addresses.Select(text => AddressAnswer.From(AddressRule.Check(text)))], null));
    }
}

/// <summary>Texts to look at as mail addresses. They come in a body, since addresses of requests are logged.</summary>
internal sealed record AddressCheckRequest
{
    /// <summary>1 to 1,000 of them.</summary>
    public required IReadOnlyList<string?> Addresses { get; init; }
}
