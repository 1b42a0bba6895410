using Distribution.Contacts.Contacts;
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

namespace Distribution.Web.Contacts.Contacts;

internal static class ChangeEmployerEndpoints
{
    public static void MapEmployerChanges(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/contacts/{id:id}/change-employer", ChangeEmployer).WithName("ChangeEmployer").WithTags("Contacts")
            .RequireRole(Role.Author);

    /// <summary>Moves a contact to another outlet. The old position stays, with its last day.</summary>
    internal static Task<Results<Saved<ContactAnswer>, MissingProblem, ChangedProblem, ConflictProblem, InvalidProblem>> ChangeEmployer(
        string id,
        ChangeEmployerInput request,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ContactStore contacts,
        ChangeEmployer changeEmployer,
        AuditTrail trail,
        CancellationToken cancellationToken) =>
        ChangedContact.ReadAsync(
            id, ifMatch, contacts,
            found => changeEmployer.RunAsync(found, request, cancellationToken),
            (_, _) => trail.NoteAsync("contacts.moved", trail.SubjectOf<Contact>(id), new() { ["outlet"] = request.Outlet }),
            trail,
            cancellationToken);
}
