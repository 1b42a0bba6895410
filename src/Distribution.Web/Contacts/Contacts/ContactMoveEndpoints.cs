using Distribution.Contacts.Contacts;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Contacts.Contacts;

internal static class ContactMoveEndpoints
{
    public static void MapContactMoves(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/contacts/{id:id}/move", Move).WithName("MoveContact").WithTags("Contacts").RequireRole(Role.Officer);

    /// <summary>Has a contact go to another outlet. The position that they leave stays, with its last day.</summary>
    internal static Task<Results<Saved<ContactAnswer>, MissingProblem, ChangedProblem, ConflictProblem, InvalidProblem>> Move(
        string id,
        MoveInput request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ContactStore contacts,
        MoveContact moveContact,
        AuditTrail trail,
        CancellationToken cancellationToken) =>
        ChangedContact.OfAsync(
            id, ifMatch, contacts,
            found => moveContact.RunAsync(found, request, cancellationToken),
            (_, _) => trail.NoteAsync("contacts.moved", AuditedThing.Of<Contact>().Subject(id), new() { ["outlet"] = request.Outlet }),
            cancellationToken);
}
