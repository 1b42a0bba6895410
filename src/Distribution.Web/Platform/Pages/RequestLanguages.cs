using Distribution.Platform.Languages;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Platform.Pages;

/// <summary>The languages that a browser says its user reads, best first (RFC 9110, section 12.5.4), as a handler's parameter.</summary>
internal sealed record RequestLanguages(IReadOnlyList<string> Tags)
{
    public static RequestLanguages From(HttpRequest request) => new(
        [.. request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.ToString()).Where(LanguageTag.IsValid)]);

    public static ValueTask<RequestLanguages> BindAsync(HttpContext context) => ValueTask.FromResult(From(context.Request));
}
