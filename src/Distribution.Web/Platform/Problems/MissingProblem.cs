using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace Distribution.Web.Platform.Problems;

/// <summary>404: there is no such thing, or no longer under this name.</summary>
internal sealed class MissingProblem(ProblemType type, string? detail = null) : Problem(type, detail), IEndpointMetadataProvider
{
    public MissingProblem(string? detail = null)
        : this(ProblemTypes.Missing, detail)
    {
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, ProblemTypes.Missing);
}
