using System.Reflection;
using Distribution.Platform.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace Distribution.Web.Platform.Problems;

/// <summary>409: something that is there stands in the way.</summary>
internal sealed class ConflictProblem(ProblemType type, string? detail = null, FieldErrors? errors = null)
    : Problem(type, detail, errors), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe(builder, ProblemTypes.Conflict, withErrors: true);
}
