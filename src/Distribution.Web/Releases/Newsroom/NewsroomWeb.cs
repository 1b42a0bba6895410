using System.Text.Encodings.Web;
using System.Text.Unicode;
using Distribution.Platform.Languages;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Distribution.Web.Releases.Newsroom;

internal static class NewsroomWeb
{
    public static IServiceCollection AddNewsroomPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Only a sign-in with OpenID Connect needs the keys of ASP.NET Core, and it makes them then: none is made at the start.
        foreach (var keys in services.Where(IsKeyStart).ToList()) services.Remove(keys);

        // Pages are UTF-8: only what HTML means something by is written as entities, not every accent.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services.Configure<RouteOptions>(options => options.SetParameterPolicy<LanguageConstraint>(LanguageConstraint.Name));
    }

    private static bool IsKeyStart(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService)
        && !service.IsKeyedService
        && service.ImplementationType?.Assembly == typeof(KeyManagementOptions).Assembly;
}

/// <summary>
/// A part of a path that is a language tag as we write them, so that <c>/fr</c> is the newsroom in French and <c>/about</c> is not.
/// </summary>
internal sealed class LanguageConstraint : IRouteConstraint
{
    public const string Name = "language";

    public bool Match(
        HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && value is string tag && LanguageTag.IsValid(tag) && LanguageTag.Normalize(tag) == tag;
}
