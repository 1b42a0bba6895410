using System.Diagnostics;
using System.Reflection;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Distribution.Web.Releases.Workflow;

/// <summary>Why a transition of a release was not made.</summary>
internal sealed class Refusal(IResult problem) : IResult, IEndpointMetadataProvider
{
    /// <param name="result">Any result but Done.</param>
    /// <param name="release">The release as it was read.</param>
    /// <param name="ifMatch">The header, if there is one.</param>
    public static Refusal Get(TransitionResult result, Release release, string? ifMatch) => new(result switch
    {
        TransitionResult.Refused refused => RefusedTransition.Get(refused.Answer, release.Office),
        TransitionResult.Invalid invalid => new InvalidProblem(invalid.Errors),
        TransitionResult.Blocked blocked => BlockedTransition.Get(blocked.Findings, release.Id),
        TransitionResult.Changed when ifMatch is not null => new ChangedProblem(),
        TransitionResult.Changed => new ConflictProblem(ProblemTypes.Conflict),
        _ => throw new UnreachableException(),
    });

    public Task ExecuteAsync(HttpContext httpContext) => problem.ExecuteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ForbiddenProblem.PopulateMetadata(method, builder);
        MissingProblem.PopulateMetadata(method, builder);
        ConflictProblem.PopulateMetadata(method, builder);
        ChangedProblem.PopulateMetadata(method, builder);
        InvalidProblem.PopulateMetadata(method, builder);
    }
}
