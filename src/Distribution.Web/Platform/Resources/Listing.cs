using System.Reflection;
using Distribution.Platform.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;

namespace Distribution.Web.Platform.Resources;

/// <summary>200 with part of a list, and the link to its continuation, in the body and as a header (RFC 8288).</summary>
internal sealed class Listing<T>(Page<T> page, int? total = null) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var next = page.After is null ? null : ListQuery.Encode(page.After);
        if (next is not null) httpContext.Response.Headers.Link = $"<{Address(httpContext.Request, next)}>; rel=\"next\"";
        return httpContext.Response.WriteAsJsonAsync(new ListPart<T>(page.Items, next, total), httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ListPart<T>), ["application/json"]));

    private static string Address(HttpRequest request, string next)
    {
        var query = request.Query.Where(pair => pair.Key != ListQuery.AfterName).Append(new(ListQuery.AfterName, next));
        return QueryHelpers.AddQueryString(request.Path, query);
    }
}
