using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Web.Platform.Hosting;

/// <summary>
/// HTTP/1.0 needs no Host, and HTTP allows hosts that no address can have; pages need one that is right. No link is made from it.
/// </summary>
internal static class HostNames
{
    public static void UseHostNames(this IApplicationBuilder app)
    {
        var own = new HostString(app.ApplicationServices.GetRequiredService<PublicLinks>().Host);
        app.Use((context, next) =>
        {
            if (!IsUsable(context.Request.Host)) context.Request.Host = own;
            return next(context);
        });
    }

    private static bool IsUsable(HostString host) => host.HasValue && Uri.TryCreate($"https://{host.Value}/", UriKind.Absolute, out _);
}
