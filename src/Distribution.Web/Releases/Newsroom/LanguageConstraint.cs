using Distribution.Platform.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Releases.Newsroom;

/// <summary>A part of a path that is a language tag as we write them, so that <c>/fr</c> is the newsroom in French and <c>/about</c> is not.</summary>
internal sealed class LanguageConstraint : IRouteConstraint
{
    public const string Name = "language";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && value is string tag && LanguageTag.IsValid(tag) && LanguageTag.Normalize(tag) == tag;
}
