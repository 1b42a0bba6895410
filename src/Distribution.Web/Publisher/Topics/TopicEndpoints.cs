using Distribution.Platform.Validation;
using Distribution.Publisher.Topics;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Publisher.Topics;

/// <summary>The organisation's vocabulary of topics.</summary>
internal static class TopicEndpoints
{
    public static void MapTopics(this IEndpointRouteBuilder routes)
    {
        var topics = routes.MapGroup("/api/topics").WithTags("Topics");
        topics.MapGet("/", List).WithName("ListTopics").RequireRole(Role.Viewer);
        topics.MapGet("/{id:id}", Read).WithName("ReadTopic").RequireRole(Role.Viewer);
        topics.MapPost("/", Create).WithName("CreateTopic").RequireRole(Role.Administrator, Where.Organisation).CreatesOnce();
        topics.MapPut("/{id:id}", Replace).WithName("ReplaceTopic").RequireRole(Role.Administrator, Where.Organisation);
    }

    /// <summary>Lists topics by id.</summary>
    internal static Task<Results<Listing<Topic>, UnreadableProblem>> List(
        [AsParameters] ListQuery query, TopicStore topics, CancellationToken cancellationToken) =>
        topics.ListAsync(query, cancellationToken);

    /// <summary>Reads a topic.</summary>
    internal static Task<Results<Found<Topic>, MissingProblem>> Read(string id, TopicStore topics, CancellationToken cancellationToken) =>
        topics.ReadAsync(id, cancellationToken);

    /// <summary>Creates a topic.</summary>
    internal static async Task<Results<Added<Topic>, ForbiddenProblem, ConflictProblem, InvalidProblem>> Create(
        TopicRequest request, TopicStore topics, AuditTrail trail, CancellationToken cancellationToken) =>
        await topics.CreateAsync(Propose(null, request, await topics.ReadAsync(cancellationToken)), trail, cancellationToken);

    /// <summary>Replaces a topic. Media lists whose rules ask for topics are refreshed in the background.</summary>
    internal static async Task<Results<Saved<Topic>, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>>
        Replace(
            string id,
            TopicRequest request,
            [FromHeader(Name = "If-Match")] string? ifMatch,
            TopicStore topics,
            AuditTrail trail,
            CancellationToken cancellationToken) =>
            await topics.ReplaceAsync(
                Propose(id, request, await topics.ReadAsync(cancellationToken)), ifMatch, trail, cancellationToken);

    private static Proposal<Topic> Propose(string? id, TopicRequest request, TopicBook book)
    {
        var errors = new FieldErrors();
        var topic = TopicRules.Check(request.ToTopic(id, errors), book, errors);
        return new(topic.Id, topic, errors, _ => null);
    }
}
