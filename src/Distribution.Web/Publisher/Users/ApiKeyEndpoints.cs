using Distribution.Platform.Storage;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Publisher.Users;

internal static class ApiKeyEndpoints
{
    public static void MapApiKeys(this IEndpointRouteBuilder routes)
    {
        var keys = routes.MapGroup("/api/keys").WithTags("API keys");
        keys.MapGet("/", List).WithName("ListApiKeys").RequireRole(Role.Viewer);
        keys.MapGet("/{id:id}", Read).WithName("ReadApiKey").RequireRole(Role.Viewer);
        // Without Idempotency-Key: to repeat the answer, the key would have to be kept.
        keys.MapPost("/", Create).WithName("CreateApiKey").RequireRole(Role.Viewer);
        keys.MapDelete("/{id:id}", Delete).WithName("DeleteApiKey").RequireRole(Role.Viewer);
    }

    /// <summary>Lists API keys by id: to administrators all of them, to others those that act for themselves.</summary>
    internal static async Task<Results<Listing<ApiKeyAnswer>, UnreadableProblem>> List(
        [AsParameters] ListQuery query, CurrentUser user, ApiKeyStore keys, CancellationToken cancellationToken)
    {
        if (query.Problem() is { } problem) return problem;
        var seen = await keys.AllAsync(cancellationToken).Select(row => row.Value).Where(key => Sees(user, key))
            .ToListAsync(cancellationToken);
        var page = query.PartOf(seen, key => key.Id);
        return new Listing<ApiKeyAnswer>(new([.. page.Items.Select(ApiKeyAnswer.From)], page.After));
    }

    /// <summary>Reads an API key, without the key itself.</summary>
    internal static async Task<Results<Found<ApiKeyAnswer>, MissingProblem>> Read(
        string id, CurrentUser user, ApiKeyStore keys, CancellationToken cancellationToken) =>
        await keys.FindAsync(id, cancellationToken) is { } found && Sees(user, found.Value)
            ? new Found<ApiKeyAnswer>(ApiKeyAnswer.From(found.Value), found.ETag)
            : new MissingProblem();

    /// <summary>
    /// Creates an API key and shows it, this once: for oneself, or for a user that one administers. For a user who approves releases it
    /// takes an administrator of what is above their office.
    /// </summary>
    internal static async Task<Results<Added<ApiKeyAnswer>, ForbiddenProblem, ConflictProblem, InvalidProblem>> Create(
        ApiKeyRequest request,
        CurrentUser user,
        ApiKeyStore keys,
        UserStore people,
        TimeProvider clock,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        var (errors, secret) = (new FieldErrors(), ApiKeySecret.New());
        var person = Ids.IsValid(request.User) ? (await people.FindAsync(request.User, cancellationToken))?.Value : null;
        var key = request.ToApiKey(secret, user.User, clock.GetUtcNow());
        key = ApiKeyRules.Check(key, person, user.Caller.ExpiresAt, user.Offices, errors);
        if (ApiKeyRules.Objection(user.Caller, key, person, user.Offices) is { } objection) return new ForbiddenProblem(objection);
        if (errors.Any) return new InvalidProblem(errors);
        if (await keys.AddAsync(key.Id, key, cancellationToken) is not WriteResult.Done done)
            return new ConflictProblem(ProblemTypes.Exists);
        await trail.CreatedAsync(key.Id, key);
        return new Added<ApiKeyAnswer>(ApiKeyAnswer.From(key) with { Key = secret.ToString() }, done.ETag, key.Id);
    }

    /// <summary>Revokes an API key at once.</summary>
    internal static async Task<Results<NoContent, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem>> Delete(
        string id,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ApiKeyStore keys,
        UserStore people,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        var key = await keys.FindAsync(id, cancellationToken);
        var person = key is null ? null : (await people.FindAsync(key.Value.User, cancellationToken))?.Value;
        return await keys.DeleteAsync(
            id,
            ifMatch,
            kept => ApiKeyRules.MayRevoke(user.Caller, kept, person, user.Offices)
                ? null
                : new ForbiddenProblem(
                    $"The key acts for {kept.User}. They can revoke it, and administrators of every office where they hold a role."),
            () => Task.FromResult<string?>(null),
            trail,
            cancellationToken);
    }

    private static bool Sees(CurrentUser user, ApiKey key) =>
        key.User == user.User || user.Access.Anywhere(Role.Administrator, user.Offices);
}
