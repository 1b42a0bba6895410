using System.Diagnostics;
using System.Reflection;
using Distribution.Publisher.Offices;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Platform.Security;
using Distribution.Web.Releases.Drafts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Distribution.Web.Releases.Workflow;

/// <summary>The answer to a step of a release: the release as it is now, or why not.</summary>
internal sealed class StepAnswer(IResult answer) : IResult, IEndpointMetadataProvider
{
    /// <summary>Takes a step of the release if it is still the version that If-Match names.</summary>
    /// <param name="id">Id of the release.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="ifMatch">The header, if there is one.</param>
    /// <param name="releases">Where the release is.</param>
    /// <param name="step">The step.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<StepAnswer> TakeAsync(
        string id, CurrentUser user, string? ifMatch, ReleaseStore releases,
        Func<ReleaseDocument, Requester, Task<StepResult>> step, CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(id, cancellationToken) is not { } found) return new(new MissingProblem());
        if (!EntityTags.Pass(ifMatch, found.Row.ETag)) return new(new ChangedProblem());
        return new(Of(await step(found, user.RequesterAt(found.Release.Office)), user.Offices, id, isNamed: ifMatch is not null));
    }

    public Task ExecuteAsync(HttpContext httpContext) => answer.ExecuteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        Saved<ReleaseView>.PopulateMetadata(method, builder);
        ForbiddenProblem.PopulateMetadata(method, builder);
        MissingProblem.PopulateMetadata(method, builder);
        ConflictProblem.PopulateMetadata(method, builder);
        ChangedProblem.PopulateMetadata(method, builder);
        InvalidProblem.PopulateMetadata(method, builder);
    }

    private static IResult Of(StepResult result, OfficeTree offices, string id, bool isNamed) => result switch
    {
        StepResult.Done done => new Saved<ReleaseView>(ReleaseView.Of(done.Release, offices) with { Dropped = done.Dropped }, done.Release.Row.ETag),
        StepResult.Refused refused => RefusedStep.Of(refused.Answer),
        StepResult.Invalid invalid => new InvalidProblem(invalid.Errors),
        StepResult.Blocked blocked => BlockedStep.Of(blocked.Findings, id),
        StepResult.Changed when isNamed => new ChangedProblem(),
        StepResult.Changed => new ConflictProblem(ProblemTypes.Conflict),
        _ => throw new UnreachableException(),
    };
}
