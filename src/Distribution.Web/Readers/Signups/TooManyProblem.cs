using System.Reflection;
using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Distribution.Web.Readers.Signups;

/// <summary>429: more than one network may ask for in a while.</summary>
internal sealed class TooManyProblem(TimeSpan wait) : Problem(ProblemTypes.TooMany), IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => Describe(builder, ProblemTypes.TooMany);

    public new Task ExecuteAsync(HttpContext httpContext)
    {
        RetryAfter.Set(httpContext.Response, wait);
        return base.ExecuteAsync(httpContext);
    }
}
