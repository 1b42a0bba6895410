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
        keys.MapGet("/", List).WithName("ListApiKeys").RequireRole(Role.Administrator);
        keys.MapGet("/{id:id}", Read).WithName("ReadApiKey").RequireRole(Role.Administrator);
        // Without Idempotency-Key: to repeat the answer, the key would have to be kept.
        keys.MapPost("/", Create).WithName("CreateApiKey").RequireRole(Role.Administrator);
        keys.MapDelete("/{id:id}", Delete).WithName("DeleteApiKey").RequireRole(Role.Administrator);
    }

    /// <summary>Lists API keys by id.</summary>
    internal static async Task<Results<Listing<ApiKeyAnswer>, UnreadableProblem>> List(
        [AsParameters] ListQuery query, ApiKeyStore keys, CancellationToken cancellationToken)
    {
        if (query.Problem() is { } problem) return problem;
        var page = await keys.PageAsync(query.Count, query.Key, cancellationToken);
        return new Listing<ApiKeyAnswer>(new([.. page.Items.Select(key => ApiKeyAnswer.From(key.Value))], page.After));
    }

    /// <summary>Reads an API key, without the key itself.</summary>
    internal static async Task<Results<Found<ApiKeyAnswer>, MissingProblem>> Read(string id, ApiKeyStore keys, CancellationToken cancellationToken) =>
        await keys.FindAsync(id, cancellationToken) is { } found
            ? new Found<ApiKeyAnswer>(ApiKeyAnswer.From(found.Value), found.ETag)
            : new MissingProblem();

    /// <summary>Creates an API key and shows it, this once.</summary>
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
        var key = ApiKeyRules.Check(request.ToApiKey(secret, clock.GetUtcNow()), person, user.Offices, errors);
        if (!ApiKeyRules.Covers(user.Access, key, person, user.Offices)) return new ForbiddenProblem("The key could do more than you can.");
        if (errors.Any) return new InvalidProblem(errors);
        if (await keys.AddAsync(key.Id, key, cancellationToken) is not WriteResult.Done done) return new ConflictProblem(ProblemTypes.Exists);
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
            id, ifMatch, kept => ApiKeyRules.Covers(user.Access, kept, person, user.Offices), () => Task.FromResult<string?>(null), trail, cancellationToken);
    }
}
