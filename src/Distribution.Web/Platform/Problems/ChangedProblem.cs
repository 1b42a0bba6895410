using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace Distribution.Web.Platform.Problems;

/// <summary>412: no longer the version that If-Match names.</summary>
internal sealed class ChangedProblem() : Problem(ProblemTypes.Changed), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, ProblemTypes.Changed);
}
