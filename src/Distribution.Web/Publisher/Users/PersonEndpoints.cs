using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Publisher.Users;

internal static class PersonEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/api/people").WithTags("People");
        people.MapGet("/", List).WithName("ListPeople").RequireRole(Role.Reader);
        people.MapGet("/{id:id}", Read).WithName("ReadPerson").RequireRole(Role.Reader);
        people.MapPost("/", Create).WithName("CreatePerson").RequireRole(Role.Administrator).CreatesOnce();
        people.MapPut("/{id:id}", Replace).WithName("ReplacePerson").RequireRole(Role.Administrator);
        people.MapDelete("/{id:id}", Delete).WithName("DeletePerson").RequireRole(Role.Administrator);
    }

    /// <summary>Lists people by id.</summary>
    internal static Task<Results<Listing<Person>, UnreadableProblem>> List(
        [AsParameters] ListQuery query, PersonStore people, CancellationToken cancellationToken) =>
        people.ListAsync(query, cancellationToken);

    /// <summary>Reads a person.</summary>
    internal static Task<Results<Found<Person>, MissingProblem>> Read(string id, PersonStore people, CancellationToken cancellationToken) =>
        people.ReadAsync(id, cancellationToken);

    /// <summary>Creates a person.</summary>
    internal static Task<Results<Added<Person>, ForbiddenProblem, ConflictProblem, InvalidProblem>> Create(
        PersonRequest request, CurrentUser user, PersonStore people, AuditTrail trail, CancellationToken cancellationToken) =>
        people.CreateAsync(Propose(null, request, user), trail, cancellationToken);

    /// <summary>Replaces a person.</summary>
    internal static Task<Results<Saved<Person>, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>> Replace(
        string id,
        PersonRequest request,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        PersonStore people,
        AuditTrail trail,
        CancellationToken cancellationToken) =>
        people.ReplaceAsync(Propose(id, request, user), ifMatch, trail, cancellationToken);

    /// <summary>Deletes a person whom no API key acts for.</summary>
    internal static Task<Results<NoContent, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem>> Delete(
        string id,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        PersonStore people,
        FindPersonUse use,
        AuditTrail trail,
        CancellationToken cancellationToken) =>
        people.DeleteAsync(id, ifMatch, kept => May(user, kept), () => use.RunAsync(id, cancellationToken), trail, cancellationToken);

    private static Proposal<Person> Propose(string? id, PersonRequest request, CurrentUser user)
    {
        var errors = new FieldErrors();
        var person = PersonRules.Check(request.ToPerson(id, errors), user.Offices, errors);
        return new(person.Id, person, errors, kept => May(user, kept));
    }

    private static bool May(CurrentUser user, Person person) => GrantRules.Administers(user.Access, person, user.Offices);
}
