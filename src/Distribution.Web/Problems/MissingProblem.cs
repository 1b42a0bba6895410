using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace Distribution.Web.Problems;

/// <summary>404: there is no such thing.</summary>
internal sealed class MissingProblem(string? detail = null) : Problem(ProblemTypes.Missing, detail), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, ProblemTypes.Missing);
}
