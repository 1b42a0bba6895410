using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Platform.Security;

/// <summary>Headers that keep browsers from doing with an answer what it is not meant for.</summary>
internal static class SecurityHeaders
{
    private static readonly ContentSecurityPolicy Pages = ContentSecurityPolicy.OfPages();

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Set(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Set(HttpContext context)
    {
        var policy = context.Features.Get<ContentSecurityPolicy>() ?? Pages;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy.Directives;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
