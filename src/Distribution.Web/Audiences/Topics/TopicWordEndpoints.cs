using Distribution.Audiences.Topics;
using Distribution.Platform.Validation;
using Distribution.Publisher.Topics;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Audiences.Topics;

/// <summary>The words of contacts and media lists that mean no topic yet.</summary>
internal static class TopicWordEndpoints
{
    public static void MapTopicWords(this IEndpointRouteBuilder routes)
    {
        var words = routes.MapGroup("/api/topic-words").WithTags("Topics");
        words.MapGet("/", ListWords).WithName("ListTopicWords").RequireRole(Role.Viewer);
        words.MapPost("/", Gather).WithName("GatherTopicWords").RequireRole(Role.Administrator, Where.Organisation);
        routes.MapPost("/api/topics/{id:id}/synonyms", AddSynonyms)
            .WithTags("Topics").WithName("AddTopicSynonyms").RequireRole(Role.Administrator, Where.Organisation);
    }

    /// <summary>Lists the words of contacts and media lists that mean no topic, as the last look through found them.</summary>
    internal static async Task<Ok<TopicWordsView>> ListWords(GatherTopics gatherTopics, CancellationToken cancellationToken) =>
        TypedResults.Ok(TopicWordsView.From(await gatherTopics.FindAsync(cancellationToken)));

    /// <summary>
    /// Looks through all contacts and media lists in the background: words that mean a topic become its id, and the others are counted.
    /// </summary>
    internal static async Task<Accepted> Gather(GatherTopics gatherTopics, CancellationToken cancellationToken)
    {
        await gatherTopics.StartAsync(cancellationToken);
        return TypedResults.Accepted("/api/topic-words");
    }

    /// <summary>
    /// Makes words mean a topic, and has contacts and media lists looked through in the background: the words there become the topic's id.
    /// </summary>
    internal static async Task<
        Results<Saved<Topic>, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>> AddSynonyms(
        string id,
        SynonymsRequest request,
        TopicStore topics,
        GatherTopics gatherTopics,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        if (await topics.FindAsync(id, cancellationToken) is not { Value: var topic }) return new MissingProblem();
        var (book, errors) = (await topics.ReadAsync(cancellationToken), new FieldErrors());
        var more = topic.WithSynonyms(request.Language, request.Words.Where(word => book.Find(word) != id));
        var kept = TopicRules.Check(more, book, errors);
        Proposal<Topic> proposal = new(id, kept, errors, _ => null);
        var saved = await topics.ReplaceAsync(proposal, ifMatch: null, trail, cancellationToken);
        if (saved.Result is Saved<Topic>) await gatherTopics.StartAsync(CancellationToken.None);
        return saved;
    }
}
