using System.Diagnostics;
using Distribution.Operations.Erasure;
using Distribution.Publisher.Users;
using Distribution.Web.Contacts.Contacts;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Operations.Erasure;

internal static class ErasureEndpoints
{
    public static void MapErasure(this IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/contacts/{id:id}/data", Erase).WithName("EraseContact").WithTags("Contacts")
            .RequireRole(Role.Administrator, Where.Organisation);

    /// <summary>Erases all data of a person, for good, in the background; the same request again shows its progress.</summary>
    internal static async Task<Results<Accepted<ErasedContact>, MissingProblem>> Erase(
        string id, CurrentUser user, EraseContact eraseContact, CancellationToken cancellationToken)
    {
        return await eraseContact.RunAsync(id, user.Actor, cancellationToken) switch
        {
            EraseContactResult.Erasing { Erasure: var erasure } => TypedResults.Accepted((string?)null, erasure),
            EraseContactResult.IsAlias { Kept: var kept } => MissingContact.Alias(kept),
            EraseContactResult.Missing => new MissingProblem(),
            _ => throw new UnreachableException(),
        };
    }
}
