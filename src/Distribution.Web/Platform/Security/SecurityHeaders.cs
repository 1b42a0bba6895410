using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Web.Platform.Security;

/// <summary>Headers that keep browsers from doing with an answer what it is not meant for.</summary>
internal static class SecurityHeaders
{
    private static readonly ContentSecurityPolicy Pages = ContentSecurityPolicy.OfPages();

    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        var isSecure = app.ApplicationServices.GetRequiredService<PublicLinks>().Newsroom().Scheme == Uri.UriSchemeHttps;
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                Set(context, isSecure);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Set(HttpContext context, bool isSecure)
    {
        var policy = context.Features.Get<ContentSecurityPolicy>() ?? Pages;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy.Directives;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // A year, and not for other hosts of the domain, which are not ours (RFC 6797, section 6.1).
        if (isSecure) headers.StrictTransportSecurity = "max-age=31536000";
    }
}
