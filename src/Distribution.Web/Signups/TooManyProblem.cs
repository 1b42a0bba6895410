using System.Reflection;
using Distribution.Web.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace Distribution.Web.Signups;

/// <summary>429: more than one network may ask for in a while.</summary>
internal sealed class TooManyProblem() : Problem(ProblemTypes.TooMany), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, ProblemTypes.TooMany);
}
