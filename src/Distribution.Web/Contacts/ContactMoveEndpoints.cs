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
    internal static async Task<Results<Saved<ContactAnswer>, MissingProblem, ChangedProblem, ConflictProblem, InvalidProblem>> Move(
        string id,
        MoveInput request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ContactStore contacts,
        MoveContact moveContact,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        if (await contacts.FindAsync(id, cancellationToken) is not { } found) return await MissingContact.OfAsync(id, contacts, cancellationToken);
        if (!EntityTags.Pass(ifMatch, found.ETag)) return new ChangedProblem();
        var result = await moveContact.RunAsync(found, request, cancellationToken);
        if (result is ReplaceContactResult.Replaced)
            await trail.NoteAsync("contacts.moved", AuditedThing.Of<Contact>().Subject(id), new() { ["outlet"] = request.Outlet });
        return result switch
        {
            ReplaceContactResult.Replaced { Contact: var moved } => new Saved<ContactAnswer>(ContactAnswer.Of(moved.Value), moved.ETag),
            ReplaceContactResult.Invalid invalid => new InvalidProblem(invalid.Errors),
            _ when ifMatch is not null => new ChangedProblem(),
            _ => new ConflictProblem(ProblemTypes.Conflict),
        };
    }
}
