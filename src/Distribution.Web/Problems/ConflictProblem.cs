using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace Distribution.Web.Problems;

/// <summary>409: something that is there stands in the way.</summary>
internal sealed class ConflictProblem(ProblemType type, string? detail = null) : Problem(type, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, ProblemTypes.Conflict);
}
