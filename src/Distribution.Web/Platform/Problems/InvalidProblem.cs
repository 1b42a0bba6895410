using System.Reflection;
using Distribution.Platform.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace Distribution.Web.Platform.Problems;

/// <summary>422: read and understood, but some fields are not right.</summary>
internal sealed class InvalidProblem(FieldErrors errors) : Problem(ProblemTypes.Invalid, errors: errors), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe(builder, ProblemTypes.Invalid, withErrors: true);
}
