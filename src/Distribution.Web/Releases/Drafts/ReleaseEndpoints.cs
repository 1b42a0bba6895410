using System.Diagnostics;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Distribution.Web.Releases.Intake;
using Distribution.Web.Releases.Workflow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Releases.Drafts;

internal static class ReleaseEndpoints
{
    public static void MapReleases(this IEndpointRouteBuilder routes)
    {
        var releases = routes.MapGroup("/api/releases").WithTags("Releases");
        releases.MapGet("/", List).WithName("ListReleases").RequireRole(Role.Viewer);
        releases.MapGet("/counts", Count).WithName("CountReleases").RequireRole(Role.Viewer);
        releases.MapGet("/{id:id}", Read).WithName("ReadRelease").RequireRole(Role.Viewer);
        releases.MapPost("/", Create).WithName("CreateRelease")
            .RequireRole(Role.Author, Where.ItsOffice).CreatesOnce().TakesMarkdown<ReleaseInput>();
        releases.MapPut("/{id:id}", Replace).WithName("ReplaceRelease")
            .RequireRole(Role.Author, Where.ItsOffice).TakesMarkdown<ReleaseReplacement>();
        releases.MapDelete("/{id:id}", Delete).WithName("DeleteRelease").RequireRole(Role.Author, Where.ItsOffice);
        releases.MapTranslations();
        releases.MapVersions();
        releases.MapWorkflow();
    }

    /// <summary>Lists the releases that pass the filters, without their texts, newest first.</summary>
    internal static async Task<Results<Listing<ReleaseEntry>, UnreadableProblem>> List(
        [AsParameters] ListQuery query,
        [AsParameters] ReleaseListQuery wanted,
        CurrentUser user,
        ListReleases listReleases,
        ReadActorContext readActorContext,
        CancellationToken cancellationToken)
    {
        FieldErrors errors = new();
        var filter = wanted.Filter(user.Offices, errors);
        if (query.Problem(errors) is { } problem) return problem;
        Func<ReleaseEntry, bool> mayApprove = _ => true;
        if (wanted.NeedsMyApproval == true)
        {
            var needsSecondUser = await readActorContext.ReadNeedsSecondUserAsync(cancellationToken);
            mayApprove = entry => user.Can(entry.Office, Role.Approver) && (entry.EditedBy != user.User || !needsSecondUser(entry.Office));
        }

        return new Listing<ReleaseEntry>(await listReleases.RunAsync(filter, mayApprove, query.Count, query.Key, cancellationToken));
    }

    /// <summary>Counts the releases that pass the filters, by state; a `state` among the filters is passed over.</summary>
    internal static async Task<Results<Ok<IReadOnlyDictionary<ReleaseState, int>>, UnreadableProblem>> Count(
        [AsParameters] ReleaseListQuery wanted, CurrentUser user, ListReleases listReleases, CancellationToken cancellationToken)
    {
        FieldErrors errors = new();
        var filter = wanted.Filter(user.Offices, errors);
        if (errors.Any) return new UnreadableProblem(errors: errors);
        return TypedResults.Ok(await listReleases.CountAsync(filter, cancellationToken));
    }

    /// <summary>Reads a release with its texts.</summary>
    internal static async Task<Results<Found<ReleaseView>, MissingProblem>> Read(
        string id, CurrentUser user, ReleaseStore releases, CancellationToken cancellationToken) =>
        await releases.FindAsync(id, cancellationToken) is { } found
            ? new Found<ReleaseView>(ReleaseView.From(found, user.Offices), found.Row.ETag)
            : new MissingProblem();

    /// <summary>
    /// Creates a release: a draft, or in the `state` that the caller may give it. Where its source is known already, the answer says which
    /// release it is.
    /// </summary>
    internal static async Task<Results<Added<ReleaseView>, ForbiddenProblem, ConflictProblem, InvalidProblem>> Create(
        ReleaseInput request, CurrentUser user, RequestKey key, CreateRelease createRelease, CancellationToken cancellationToken)
    {
        if (Refusal(user, request.Office) is { } refusal) return refusal;
        return await createRelease.RunAsync(request, user.RequesterAt(request.Office), key.Key, cancellationToken) switch
        {
            CreateReleaseResult.Created { Release: var created, Dropped: var dropped } =>
                new Added<ReleaseView>(
                    ReleaseView.From(created, user.Offices) with { Dropped = dropped }, created.Row.ETag, created.Release.Id),
            CreateReleaseResult.Known known => new ConflictProblem(ProblemTypes.Exists, "There is a release with this source.")
            {
                Location = $"/api/releases/{known.Id}",
            },
            CreateReleaseResult.Refused { Answer: var answer } => RefusedTransition.Get(answer, request.Office) switch
            {
                ForbiddenProblem forbidden => forbidden,
                ConflictProblem conflict => conflict,
                _ => throw new UnreachableException(),
            },
            CreateReleaseResult.Blocked blocked => BlockedTransition.Get(blocked.Findings, release: null),
            CreateReleaseResult.Invalid invalid => new InvalidProblem(invalid.Errors),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>
    /// Replaces a release. Changed words end an approval; a translation that nobody has approved yet may be added and changed at any time,
    /// and is sent only once it is approved. Members that only the answer has may stay in the body and are ignored.
    /// </summary>
    internal static Task<TransitionAnswer> Replace(
        string id,
        ReleaseReplacement request,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ReleaseStore releases,
        ReplaceRelease replaceRelease,
        CancellationToken cancellationToken) =>
        Refusal(user, request.Office) is { } refusal
            ? Task.FromResult(new TransitionAnswer(refusal))
            : TransitionAnswer.TakeAsync(
                id,
                user,
                ifMatch,
                releases,
                (found, who) => replaceRelease.RunAsync(found, request, who, cancellationToken),
                cancellationToken);

    /// <summary>Deletes a release that was never sent.</summary>
    internal static async Task<Results<NoContent, TransitionAnswer>> Delete(
        string id,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ReleaseStore releases,
        RemoveRelease removeRelease,
        CancellationToken cancellationToken)
    {
        var isGone = false;
        var answer = await TransitionAnswer.TakeAsync(
            id, user, ifMatch, releases,
            async (found, who) =>
            {
                var result = await removeRelease.RunAsync(found, who, cancellationToken);
                isGone = result is TransitionResult.Done;
                return result;
            },
            cancellationToken);
        return isGone ? TypedResults.NoContent() : answer;
    }

    /// <summary>An office that does not exist is nobody's to refuse: the field is named instead.</summary>
    private static ForbiddenProblem? Refusal(CurrentUser user, string office) =>
        user.Offices.Contains(office) ? user.Refusal(office, Role.Author) : null;
}
