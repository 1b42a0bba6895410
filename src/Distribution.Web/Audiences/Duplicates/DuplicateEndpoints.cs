using Distribution.Audiences.Duplicates;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Audiences.Duplicates;

internal static class DuplicateEndpoints
{
    public static void MapDuplicates(this IEndpointRouteBuilder routes)
    {
        var duplicates = routes.MapGroup("/api/duplicates").WithTags("Duplicates");
        duplicates.MapGet("/", List).WithName("ListDuplicates").RequireRole(Role.Viewer);
        duplicates.MapPost("/", Search).WithName("SearchDuplicates").RequireRole(Role.Author);
        duplicates.MapDelete("/{first:id}/{second:id}", Dismiss).WithName("DismissDuplicate").RequireRole(Role.Author);
    }

    /// <summary>Lists pairs of contacts that may be one person, with the facts in which they agree and where each comes from.</summary>
    internal static async Task<Results<Listing<DuplicatePair>, UnreadableProblem>> List(
        [AsParameters] ListQuery query, ListDuplicates listDuplicates, CancellationToken cancellationToken)
    {
        if (query.Problem() is { } problem) return problem;
        return new Listing<DuplicatePair>(await listDuplicates.RunAsync(query.Count, query.Key, cancellationToken));
    }

    /// <summary>Searches all contacts for duplicates, in the background; shows the progress. The search also runs every night.</summary>
    internal static async Task<Ok<DuplicateSearch>> Search(StartDuplicateSearch startSearch, CancellationToken cancellationToken) =>
        TypedResults.Ok(await startSearch.RunAsync(cancellationToken));

    /// <summary>Says of a pair that they are two people. It is never listed again.</summary>
    internal static async Task<Results<NoContent, MissingProblem>> Dismiss(
        string first, string second, CurrentUser user, DismissDuplicate dismissDuplicate, CancellationToken cancellationToken) =>
        await dismissDuplicate.RunAsync(first, second, user.User, cancellationToken) ? TypedResults.NoContent() : new MissingProblem();
}
