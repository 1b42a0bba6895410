using System.Reflection;
using Distribution.Publisher.Offices;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Distribution.Web.Releases.Checks;
using Distribution.Web.Releases.Drafts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Distribution.Web.Releases.Workflow;

/// <summary>The answer to a step of a release: the release as it is now, or why not.</summary>
internal sealed class TransitionAnswer(IResult answer) : IResult, IEndpointMetadataProvider
{
    /// <summary>Takes a step of the release if it is still the version that If-Match names.</summary>
    /// <param name="id">Id of the release.</param>
    /// <param name="user">The user who requests it.</param>
    /// <param name="ifMatch">The header, if there is one.</param>
    /// <param name="releases">Where the release is.</param>
    /// <param name="step">The step.</param>
    /// <param name="look">Looks the release over for the answer, if it is to.</param>
    public static async Task<TransitionAnswer> TakeAsync(
        string id, CurrentUser user, string? ifMatch, ReleaseStore releases,
        Func<ReleaseDocument, Requester, Task<TransitionResult>> step, CancellationToken cancellationToken,
        Func<ReleaseDocument, Task<ChecksView?>>? look = null)
    {
        if (await releases.FindAsync(id, cancellationToken) is not { } found) return new(new MissingProblem());
        if (!EntityTags.Pass(ifMatch, found.Row.ETag))
            return new(new ChangedProblem { Members = CurrentRelease.Members(found.Release) });
        var result = await step(found, user.RequesterAt(found.Release.Office));
        var current = result is TransitionResult.Changed ? (await releases.FindMainAsync(id, cancellationToken))?.Value : found.Release;
        if (current is null) return new(new MissingProblem());
        var checks = result is TransitionResult.Done done && look is not null ? await look(done.Release) : null;
        return new(Get(result, user.Offices, current, ifMatch, checks));
    }

    public Task ExecuteAsync(HttpContext httpContext) => answer.ExecuteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        Saved<ReleaseView>.PopulateMetadata(method, builder);
        Refusal.PopulateMetadata(method, builder);
    }

    private static IResult Get(
        TransitionResult result, OfficeTree offices, Release release, string? ifMatch, ChecksView? checks) => result switch
        {
            TransitionResult.Done done => new Saved<ReleaseView>(
                ReleaseView.From(done.Release, offices) with { Dropped = done.Dropped, Effect = done.Effect, Checks = checks },
                done.Release.Row.ETag),
            _ => Refusal.Get(result, release, ifMatch),
        };
}
