using Distribution.Platform.Validation;
using Distribution.Publisher.Sessions;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Publisher.Users;

internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        var people = routes.MapGroup("/api/users").WithTags("Users");
        people.MapGet("/", List).WithName("ListUsers").RequireRole(Role.Viewer);
        people.MapGet("/{id:id}", Read).WithName("ReadUser").RequireRole(Role.Viewer);
        people.MapPost("/", Create).WithName("CreateUser").RequireRole(Role.Administrator, Where.ItsOffice).CreatesOnce();
        people.MapPut("/{id:id}", Replace).WithName("ReplaceUser").RequireRole(Role.Administrator, Where.ItsOffice);
        people.MapDelete("/{id:id}", Delete).WithName("DeleteUser").RequireRole(Role.Administrator, Where.ItsOffice);
    }

    /// <summary>Lists users by id.</summary>
    internal static Task<Results<Listing<User>, UnreadableProblem>> List(
        [AsParameters] ListQuery query, [AsParameters] UserListQuery wanted, UserStore people, CancellationToken cancellationToken) =>
        people.ListAsync(query, wanted.Filter, cancellationToken);

    /// <summary>Reads a person.</summary>
    internal static Task<Results<Found<User>, MissingProblem>> Read(string id, UserStore people, CancellationToken cancellationToken) =>
        people.ReadAsync(id, cancellationToken);

    /// <summary>Creates a person.</summary>
    internal static Task<Results<Added<User>, ForbiddenProblem, ConflictProblem, InvalidProblem>> Create(
        UserRequest request, CurrentUser user, UserStore people, AuditTrail trail, CancellationToken cancellationToken) =>
        people.CreateAsync(Propose(null, request, user), trail, cancellationToken);

    /// <summary>Replaces a person.</summary>
    internal static Task<Results<Saved<User>, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>> Replace(
        string id,
        UserRequest request,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        UserStore people,
        AuditTrail trail,
        CancellationToken cancellationToken) =>
        people.ReplaceAsync(Propose(id, request, user), ifMatch, trail, cancellationToken);

    /// <summary>Deletes a user without API keys, and signs them out everywhere.</summary>
    internal static async Task<Results<NoContent, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem>> Delete(
        string id,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        UserStore people,
        FindUserUse use,
        SessionStore sessions,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        var answer = await people.DeleteAsync(
            id, ifMatch, kept => Refusal(user, kept), () => use.RunAsync(id, cancellationToken), trail, cancellationToken);
        // A session that is left behind would come to life with the next user of the same id.
        if (answer.Result is NoContent) await sessions.EndAllAsync(id, CancellationToken.None);
        return answer;
    }

    private static Proposal<User> Propose(string? id, UserRequest request, CurrentUser user)
    {
        var errors = new FieldErrors();
        var person = UserRules.Check(request.ToUser(id, errors), user.Offices, errors);
        return new(person.Id, person, errors, kept => Refusal(user, kept));
    }

    private static ForbiddenProblem? Refusal(CurrentUser user, User person) =>
        person.Grants.Select(grant => user.Refusal(grant.Office, Role.Administrator)).FirstOrDefault(refusal => refusal is not null);
}
