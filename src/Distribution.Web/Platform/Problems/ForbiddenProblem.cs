using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace Distribution.Web.Platform.Problems;

/// <summary>403: the caller may do this, but not to this one.</summary>
internal sealed class ForbiddenProblem(string? detail = null) : Problem(ProblemTypes.Forbidden, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, ProblemTypes.Forbidden);
}
