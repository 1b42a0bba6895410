using System.Reflection;
using Distribution.Platform.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;

namespace Distribution.Web.Platform.Problems;

/// <summary>400: the request cannot be read.</summary>
internal sealed class UnreadableProblem(string? detail = null, FieldErrors? errors = null)
    : Problem(ProblemTypes.Unreadable, detail, errors), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Describe(builder, ProblemTypes.Unreadable, withErrors: true);
}
