using System.Reflection;
using Azure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Distribution.Web.Platform.Resources;

/// <summary>
/// 201 with the new value, its version and its address: that of the list and the id, or, without an id, that of the request.
/// </summary>
internal sealed class Added<T>(T value, ETag version, string? id = null) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var list = httpContext.Request.Path.Value!.TrimEnd('/');
        httpContext.Response.StatusCode = StatusCodes.Status201Created;
        httpContext.Response.Headers.Location = id is null ? list : $"{list}/{id}";
        httpContext.Response.Headers.ETag = EntityTags.Get(version);
        return httpContext.Response.WriteAsJsonAsync(value, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), ["application/json"]));
}
