using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Distribution.Web.Platform.Pages;

/// <summary>A page that is the same for all who ask, rendered on the server to the end before the first byte leaves.</summary>
internal sealed class PublicPage<TComponent>(IReadOnlyDictionary<string, object?> parameters) : IResult
    where TComponent : IComponent
{
    private const string ContentType = "text/html; charset=utf-8";

    public string CacheControl { get; init; } = CachedContent.Shortly;

    public int StatusCode { get; init; } = StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var html = await RenderAsync(httpContext);
        await new CachedContent(html, ContentType) { CacheControl = CacheControl, StatusCode = StatusCode }.ExecuteAsync(httpContext);
    }

    private async Task<ReadOnlyMemory<byte>> RenderAsync(HttpContext httpContext)
    {
        var body = httpContext.Response.Body;
        using MemoryStream html = new();
        httpContext.Response.Body = html;
        try
        {
            await new RazorComponentResult<TComponent>(parameters) { PreventStreamingRendering = true }.ExecuteAsync(httpContext);
        }
        finally
        {
            httpContext.Response.Body = body;
        }

        return html.ToArray();
    }
}
