using System.ComponentModel;
using Distribution.Publisher.Topics;
using Distribution.Publisher.Users;
using Distribution.Releases.References;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Releases.References;

/// <summary>Deletes topics, which contacts, media lists and releases may need.</summary>
internal static class TopicRemovalEndpoints
{
    public static void MapTopicRemoval(this IEndpointRouteBuilder routes) =>
        routes.MapDelete("/api/topics/{id:id}", Delete)
            .WithTags("Topics").WithName("DeleteTopic").RequireRole(Role.Administrator, Where.Organisation);

    /// <summary>
    /// Deletes a topic that nothing needs. With `replacement` another topic takes its place, wherever it is named, and means its words.
    /// </summary>
    internal static async Task<Results<NoContent, MissingProblem, ChangedProblem, ConflictProblem, InvalidProblem>>
        Delete(
            string id,
            [Description("Id of the topic that takes its place.")] string? replacement,
            [FromHeader(Name = "If-Match")] string? ifMatch,
            TopicStore topics,
            RemoveTopic removeTopic,
            AuditTrail trail,
            CancellationToken cancellationToken)
    {
        if (await topics.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        if (!EntityTags.Pass(ifMatch, found.ETag))
            return new ChangedProblem { Members = await trail.LastChangeAsync<Topic>(id, found.ETag, cancellationToken) };
        var result = await removeTopic.RunAsync(found, replacement, cancellationToken);
        if (result is RemoveTopicResult.Removed) await trail.DeletedAsync<Topic>(id);
        return result switch
        {
            RemoveTopicResult.Removed => TypedResults.NoContent(),
            RemoveTopicResult.InUse { Use: var use } => new ConflictProblem(ProblemTypes.InUse, use),
            RemoveTopicResult.Invalid { Errors: var errors } => new InvalidProblem(errors),
            _ when ifMatch is not null => new ChangedProblem { Members = await LastChangeAsync() },
            _ => new ConflictProblem(ProblemTypes.Conflict) { Members = await LastChangeAsync() },
        };

        async Task<IReadOnlyDictionary<string, object?>> LastChangeAsync() =>
            await trail.LastChangeAsync<Topic>(id, (await topics.FindAsync(id, cancellationToken))?.ETag, cancellationToken);
    }
}
