using Distribution.Platform.Languages;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Platform.Pages;

/// <summary>
/// The languages in which a page may be shown to the user of a browser, as a handler's parameter: the one they chose on the page, and
/// those that the browser says they read, best first (RFC 9110, section 12.5.4).
/// </summary>
internal sealed record RequestLanguages(IReadOnlyList<string> Tags, string? Chosen = null)
{
    /// <summary>The field of the query by which a page is shown in another language.</summary>
    public const string Field = "language";

    /// <summary>For the address of a form or a page: it stays in the chosen language.</summary>
    public string Query => Chosen is null ? "" : $"?{Field}={Chosen}";

    public static RequestLanguages From(HttpRequest request)
    {
        var chosen = request.Query[Field].ToString();
        return new(
            [.. request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
                .Select(language => language.Value.ToString())
                .Where(LanguageTag.IsValid)],
            LanguageTag.IsValid(chosen) ? LanguageTag.Normalize(chosen) : null);
    }

    public static ValueTask<RequestLanguages> BindAsync(HttpContext context) => ValueTask.FromResult(From(context.Request));

    /// <summary>The chosen language before those of a known person.</summary>
    public IEnumerable<string> Before(IEnumerable<string> person) => Chosen is null ? person : person.Prepend(Chosen);

    /// <summary>The languages for somebody who is not known: chosen, of the browser, of the organisation.</summary>
    public IEnumerable<string> OfStranger(IEnumerable<string> organisation) => Before(Tags.Concat(organisation));
}
