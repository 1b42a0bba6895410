using Distribution.Web.Platform.Pages;
using Distribution.Web.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Console.Preview;

/// <summary>An answer under a policy of its own.</summary>
internal sealed class Framed(IResult answer, ContentSecurityPolicy policy) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Features.Set(policy);
        return answer.ExecuteAsync(httpContext);
    }
}

/// <summary>A mail for a frame; nobody keeps it, as it holds somebody's address.</summary>
internal sealed class MailFrame(string html) : IResult
{
    private const string Darkness = "(prefers-color-scheme: dark)";

    /// <param name="html">The mail.</param>
    /// <param name="isDark">Whether it is shown as on a dark screen, whatever the reader's own.</param>
    public static IResult Of(string html, bool isDark) => new Framed(
        new MailFrame(html.Replace($"@media {Darkness}", isDark ? "@media all" : "@media not all", StringComparison.Ordinal)
            .Replace("color-scheme: light dark", isDark ? "color-scheme: dark" : "color-scheme: light", StringComparison.Ordinal)),
        ContentSecurityPolicy.OfMails);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = CachedContent.Never;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        return httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
    }
}
