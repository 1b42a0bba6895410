using Distribution.Platform.Languages;

namespace Distribution.Web.Platform.Pages;

/// <summary>The languages in which a page can be shown, and the address of each.</summary>
/// <param name="Book">The page's sentences.</param>
/// <param name="Address">The page in a language.</param>
public sealed record LanguageSwitch(PhraseBook Book, Func<string, string> Address)
{
    /// <summary>Of a page that is at the same address in all languages.</summary>
    public static LanguageSwitch ByQuery(PhraseBook book, string path = "") =>
        new(book, language => $"{path}?{RequestLanguages.Field}={language}");

    /// <summary>The organisation's languages that have sentences, and the page's own.</summary>
    public IReadOnlyList<string> Languages(IEnumerable<string> organisation, string current) =>
        [.. organisation.Where(Book.Has).Select(language => Book.In(language).Language).Append(current).Distinct()];
}
