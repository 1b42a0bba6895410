using System.Text.Encodings.Web;
using System.Text.Unicode;
using Distribution.Platform.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Web.Releases.Newsroom;

internal static class NewsroomWeb
{
    public static IServiceCollection AddNewsroomPages(this IServiceCollection services)
    {
        services.AddRazorComponents();

        // Pages are UTF-8: only what HTML means something by is written as entities, not every accent.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services.Configure<RouteOptions>(options => options.SetParameterPolicy<LanguageConstraint>(LanguageConstraint.Name));
    }
}

/// <summary>A part of a path that is a language tag as we write them, so that <c>/fr</c> is the newsroom in French and <c>/about</c> is not.</summary>
internal sealed class LanguageConstraint : IRouteConstraint
{
    public const string Name = "language";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && value is string tag && LanguageTag.IsValid(tag) && LanguageTag.Normalize(tag) == tag;
}
