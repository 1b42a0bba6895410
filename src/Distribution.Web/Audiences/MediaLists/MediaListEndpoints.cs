using Distribution.Audiences.MediaLists;
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

namespace Distribution.Web.Audiences.MediaLists;

internal static class MediaListEndpoints
{
    public static void MapMediaLists(this IEndpointRouteBuilder routes)
    {
        var lists = routes.MapGroup("/api/media-lists").WithTags("Media lists");
        lists.MapGet("/", List).WithName("ListMediaLists").RequireRole(Role.Viewer);
        lists.MapGet("/{id:id}", Read).WithName("ReadMediaList").RequireRole(Role.Viewer);
        lists.MapGet("/{id:id}/refresh", ReadProgress).WithName("ReadMediaListRefresh").RequireRole(Role.Viewer);
        lists.MapPost("/", Create).WithName("CreateMediaList").RequireRole(Role.Author, Where.ItsOffice).CreatesOnce();
        lists.MapPut("/{id:id}", Replace).WithName("ReplaceMediaList").RequireRole(Role.Author, Where.ItsOffice);
        lists.MapDelete("/{id:id}", Delete).WithName("DeleteMediaList").RequireRole(Role.Author, Where.ItsOffice);
    }

    /// <summary>Lists media lists by id.</summary>
    internal static Task<Results<Listing<MediaList>, UnreadableProblem>> List(
        [AsParameters] ListQuery query, MediaListStore lists, CancellationToken cancellationToken) =>
        lists.ListAsync(query, cancellationToken);

    /// <summary>Reads a media list.</summary>
    internal static Task<Results<Found<MediaList>, MissingProblem>> Read(
        string id, MediaListStore lists, CancellationToken cancellationToken) =>
        lists.ReadAsync(id, cancellationToken);

    /// <summary>Reads how far a media list's rule has been carried out since it last changed.</summary>
    internal static async Task<Results<Ok<RefreshProgress>, MissingProblem>> ReadProgress(
        string id, MediaListStore lists, ReadRefresh readRefresh, CancellationToken cancellationToken) =>
        await lists.FindAsync(id, cancellationToken) is null
            ? new MissingProblem()
            : TypedResults.Ok(await readRefresh.RunAsync(id, cancellationToken));

    /// <summary>Creates a media list. One with a rule gets its members in the background.</summary>
    internal static async Task<Results<Added<MediaList>, ForbiddenProblem, ConflictProblem, InvalidProblem>> Create(
        MediaListRequest request,
        CurrentUser user,
        MediaListStore lists,
        TopicStore topics,
        AuditTrail trail,
        CancellationToken cancellationToken) =>
        await lists.CreateAsync(Propose(null, request, user, await topics.ReadAsync(cancellationToken)), trail, cancellationToken);

    /// <summary>Replaces a media list. Where its rule changes, members come and go in the background.</summary>
    internal static async Task<
        Results<Saved<MediaList>, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>>
        Replace(
            string id,
            MediaListRequest request,
            CurrentUser user,
            [FromHeader(Name = "If-Match")] string? ifMatch,
            MediaListStore lists,
            TopicStore topics,
            AuditTrail trail,
            CancellationToken cancellationToken) =>
            await lists.ReplaceAsync(
                Propose(id, request, user, await topics.ReadAsync(cancellationToken)), ifMatch, trail, cancellationToken);

    /// <summary>Deletes a media list without subscriptions and unfinished releases.</summary>
    internal static Task<Results<NoContent, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem>> Delete(
        string id,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        MediaListStore lists,
        FindMediaListUse use,
        AuditTrail trail,
        CancellationToken cancellationToken) =>
        lists.DeleteAsync(id, ifMatch, kept => Refusal(user, kept), () => use.RunAsync(id, cancellationToken), trail, cancellationToken);

    private static Proposal<MediaList> Propose(string? id, MediaListRequest request, CurrentUser user, TopicBook topics)
    {
        var errors = new FieldErrors();
        var mediaList = MediaListRules.Check(request.ToMediaList(id, errors), user.Offices, topics, errors);
        return new(mediaList.Id, mediaList, errors, kept => Refusal(user, kept));
    }

    private static ForbiddenProblem? Refusal(CurrentUser user, MediaList list) => user.Refusal(list.Office, Role.Author);
}
