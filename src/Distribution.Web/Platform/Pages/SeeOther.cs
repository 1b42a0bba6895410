using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Platform.Pages;

/// <summary>
/// 303: what was sent has been dealt with, and this page says so (RFC 9110, section 15.4.4). Reloading the page sends nothing twice.
/// </summary>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        httpContext.Response.Headers.CacheControl = CachedContent.Never;
        return Task.CompletedTask;
    }
}
