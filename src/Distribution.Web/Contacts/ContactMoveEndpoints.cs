using Distribution.Contacts;
using Distribution.People;
using Distribution.Web.Audit;
using Distribution.Web.Problems;
using Distribution.Web.Resources;
using Distribution.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Contacts;

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
