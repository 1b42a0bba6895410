using System.ComponentModel;
using Distribution.Audiences.Topics;
using Distribution.Platform.Validation;
using Distribution.Publisher.Topics;
using Distribution.Publisher.Users;
using Distribution.Releases.References;
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

/// <summary>The organisation's vocabulary of topics, and the words in use that are none of them yet.</summary>
internal static class TopicEndpoints
{
    public static void MapTopics(this IEndpointRouteBuilder routes)
    {
        var topics = routes.MapGroup("/api/topics").WithTags("Topics");
        topics.MapGet("/", List).WithName("ListTopics").RequireRole(Role.Viewer);
        topics.MapGet("/{id:id}", Read).WithName("ReadTopic").RequireRole(Role.Viewer);
        topics.MapPost("/", Create).WithName("CreateTopic").RequireRole(Role.Administrator).CreatesOnce();
        topics.MapPut("/{id:id}", Replace).WithName("ReplaceTopic").RequireRole(Role.Administrator);
        topics.MapPost("/{id:id}/synonyms", AddSynonyms).WithName("AddTopicSynonyms").RequireRole(Role.Administrator);
        topics.MapDelete("/{id:id}", Delete).WithName("DeleteTopic").RequireRole(Role.Administrator);
        var words = routes.MapGroup("/api/topic-words").WithTags("Topics");
        words.MapGet("/", ListWords).WithName("ListTopicWords").RequireRole(Role.Viewer);
        words.MapPost("/", Gather).WithName("GatherTopicWords").RequireRole(Role.Administrator);
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
        TopicRequest request, CurrentUser user, TopicStore topics, AuditTrail trail, CancellationToken cancellationToken) =>
        await topics.CreateAsync(
            Propose(null, request, user, await topics.ReadAsync(cancellationToken)), trail, cancellationToken);

    /// <summary>Replaces a topic. Media lists whose rules ask for topics get their members anew in the background.</summary>
    internal static async Task<Results<Saved<Topic>, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>>
        Replace(
            string id,
            TopicRequest request,
            CurrentUser user,
            [FromHeader(Name = "If-Match")] string? ifMatch,
            TopicStore topics,
            AuditTrail trail,
            CancellationToken cancellationToken) =>
            await topics.ReplaceAsync(
                Propose(id, request, user, await topics.ReadAsync(cancellationToken)), ifMatch, trail, cancellationToken);

    /// <summary>
    /// Makes words mean a topic, and has contacts and media lists looked through in the background: the words there become the topic's id.
    /// </summary>
    internal static async Task<
        Results<Saved<Topic>, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>> AddSynonyms(
        string id,
        SynonymsRequest request,
        CurrentUser user,
        TopicStore topics,
        GatherTopics gatherTopics,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        if (await topics.FindAsync(id, cancellationToken) is not { Value: var topic }) return new MissingProblem();
        var (book, errors) = (await topics.ReadAsync(cancellationToken), new FieldErrors());
        var more = topic.WithSynonyms(request.Language, request.Words.Where(word => book.Find(word) != id));
        var kept = TopicRules.Check(more, book, errors);
        var saved = await topics.ReplaceAsync(
            new(id, kept, errors, _ => user.Can(null, Role.Administrator)), ifMatch: null, trail, cancellationToken);
        if (saved.Result is Saved<Topic>) await gatherTopics.StartAsync(CancellationToken.None);
        return saved;
    }

    /// <summary>
    /// Deletes a topic that nothing needs. With `replacement` another topic takes its place, wherever it is named, and means its words.
    /// </summary>
    internal static async Task<Results<NoContent, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>>
        Delete(
            string id,
            [Description("Id of the topic that takes its place.")] string? replacement,
            CurrentUser user,
            [FromHeader(Name = "If-Match")] string? ifMatch,
            TopicStore topics,
            RemoveTopic removeTopic,
            AuditTrail trail,
            CancellationToken cancellationToken)
    {
        if (await topics.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        if (!user.Can(null, Role.Administrator)) return new ForbiddenProblem();
        if (!EntityTags.Pass(ifMatch, found.ETag)) return new ChangedProblem();
        var result = await removeTopic.RunAsync(found, replacement, cancellationToken);
        if (result is RemoveTopicResult.Removed) await trail.DeletedAsync<Topic>(id);
        return result switch
        {
            RemoveTopicResult.Removed => TypedResults.NoContent(),
            RemoveTopicResult.InUse { Use: var use } => new ConflictProblem(ProblemTypes.InUse, use),
            RemoveTopicResult.Invalid { Errors: var errors } => new InvalidProblem(errors),
            _ when ifMatch is not null => new ChangedProblem(),
            _ => new ConflictProblem(ProblemTypes.Conflict),
        };
    }

    /// <summary>Lists the words of contacts and media lists that mean no topic, as the last look through found them.</summary>
    internal static async Task<Ok<TopicWordsView>> ListWords(GatherTopics gatherTopics, CancellationToken cancellationToken) =>
        TypedResults.Ok(TopicWordsView.From(await gatherTopics.FindAsync(cancellationToken)));

    /// <summary>
    /// Looks through all contacts and media lists in the background: words that mean a topic become its id, and the others are counted.
    /// </summary>
    internal static async Task<Results<Accepted, ForbiddenProblem>> Gather(
        CurrentUser user, GatherTopics gatherTopics, CancellationToken cancellationToken)
    {
        if (!user.Can(null, Role.Administrator)) return new ForbiddenProblem();
        await gatherTopics.StartAsync(cancellationToken);
        return TypedResults.Accepted("/api/topic-words");
    }

    private static Proposal<Topic> Propose(string? id, TopicRequest request, CurrentUser user, TopicBook book)
    {
        var errors = new FieldErrors();
        var topic = TopicRules.Check(request.ToTopic(id, errors), book, errors);
        return new(topic.Id, topic, errors, _ => user.Can(null, Role.Administrator));
    }
}
