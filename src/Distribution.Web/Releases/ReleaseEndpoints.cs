using System.Diagnostics;
using Distribution.People;
using Distribution.Releases;
using Distribution.Web.Idempotency;
using Distribution.Web.Problems;
using Distribution.Web.Resources;
using Distribution.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Releases;

internal static class ReleaseEndpoints
{
    public static void MapReleases(this IEndpointRouteBuilder routes)
    {
        var releases = routes.MapGroup("/api/releases").WithTags("Releases");
        releases.MapGet("/", List).WithName("ListReleases").RequireRole(Role.Reader);
        releases.MapGet("/{id:id}", Read).WithName("ReadRelease").RequireRole(Role.Reader);
        releases.MapPost("/", Create).WithName("CreateRelease").RequireRole(Role.Officer).CreatesOnce();
        releases.MapPut("/{id:id}", Replace).WithName("ReplaceRelease").RequireRole(Role.Officer);
        releases.MapDelete("/{id:id}", Delete).WithName("DeleteRelease").RequireRole(Role.Officer);
        releases.MapScheduling();
    }

    /// <summary>Lists releases without their texts, newest first.</summary>
    internal static async Task<Results<Listing<Release>, UnreadableProblem>> List(
        [AsParameters] ListQuery query, ListReleases listReleases, CancellationToken cancellationToken) =>
        query.Problem() is { } problem ? problem : new Listing<Release>(await listReleases.RunAsync(query.Count, query.Key, cancellationToken));

    /// <summary>Reads a release with its texts.</summary>
    internal static async Task<Results<Found<ReleaseView>, MissingProblem>> Read(
        string id, ReleaseStore releases, CancellationToken cancellationToken) =>
        await releases.FindAsync(id, cancellationToken) is { } found
            ? new Found<ReleaseView>(ReleaseView.Of(found), found.Row.ETag)
            : new MissingProblem();

    /// <summary>Creates a draft. Where its source is known already, the answer says which release it is.</summary>
    internal static async Task<Results<Added<ReleaseView>, ForbiddenProblem, ConflictProblem, InvalidProblem>> Create(
        ReleaseInput request, CurrentUser user, RequestKey key, CreateRelease createRelease, CancellationToken cancellationToken)
    {
        if (!May(user, request.Office)) return new ForbiddenProblem();
        return await createRelease.RunAsync(request, user.Person, key.Key, cancellationToken) switch
        {
            CreateReleaseResult.Created { Release: var created } =>
                new Added<ReleaseView>(ReleaseView.Of(created), created.Row.ETag, created.Release.Id),
            CreateReleaseResult.Known known => new ConflictProblem(ProblemTypes.Exists, "There is a release with this source.")
            {
                Location = $"/api/releases/{known.Id}",
            },
            CreateReleaseResult.Invalid invalid => new InvalidProblem(invalid.Errors),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Replaces a draft.</summary>
    internal static async Task<Results<Saved<ReleaseView>, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>> Replace(
        string id,
        ReleaseInput request,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ReleaseStore releases,
        ReplaceRelease replaceRelease,
        CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        if (!May(user, found.Release.Office) || !May(user, request.Office)) return new ForbiddenProblem();
        if (!EntityTags.Pass(ifMatch, found.Row.ETag)) return new ChangedProblem();
        return await replaceRelease.RunAsync(found, request, cancellationToken) switch
        {
            ReplaceReleaseResult.Replaced { Release: var replaced } => new Saved<ReleaseView>(ReleaseView.Of(replaced), replaced.Row.ETag),
            ReplaceReleaseResult.Refused refused => WrongState.Of(refused.State),
            ReplaceReleaseResult.Invalid invalid => new InvalidProblem(invalid.Errors),
            _ when ifMatch is not null => new ChangedProblem(),
            _ => new ConflictProblem(ProblemTypes.Conflict),
        };
    }

    /// <summary>Deletes a draft.</summary>
    internal static async Task<Results<NoContent, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem>> Delete(
        string id,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ReleaseStore releases,
        RemoveRelease removeRelease,
        CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        if (!May(user, found.Release.Office)) return new ForbiddenProblem();
        if (!EntityTags.Pass(ifMatch, found.Row.ETag)) return new ChangedProblem();
        return await removeRelease.RunAsync(found, cancellationToken) switch
        {
            RemoveReleaseResult.Removed => TypedResults.NoContent(),
            RemoveReleaseResult.Refused refused => WrongState.Of(refused.State),
            _ when ifMatch is not null => new ChangedProblem(),
            _ => new ConflictProblem(ProblemTypes.Conflict),
        };
    }

    /// <summary>An office that does not exist is nobody's to refuse: the field is named instead.</summary>
    private static bool May(CurrentUser user, string office) => !user.Offices.Contains(office) || user.Can(office, Role.Officer);
}
