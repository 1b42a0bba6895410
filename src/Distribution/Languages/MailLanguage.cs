namespace Distribution.Languages;

/// <summary>Which of a release's languages a reader's mail is written in.</summary>
public static class MailLanguage
{
    /// <summary>
    /// The first of the reader's languages that is ready (<c>es-419</c> reads <c>es</c>), else the organisation's fallback for the
    /// reader's country, else the release's original language, else the first that is ready.
    /// </summary>
    /// <param name="reader">The reader's languages, best first.</param>
    /// <param name="country">The reader's country, ISO 3166-1 alpha-2, if known.</param>
    /// <param name="ready">Languages of the translations that may be sent; at least one.</param>
    /// <param name="fallbacks">Country to language, from the organisation.</param>
    /// <param name="original">The language the release was written in.</param>
    public static string Choose(
        IEnumerable<string> reader,
        string? country,
        IReadOnlyCollection<string> ready,
        IReadOnlyDictionary<string, string> fallbacks,
        string original)
    {
        var fallback = country is null ? null : fallbacks.GetValueOrDefault(country);
        return reader.Append(fallback).Append(original)
            .Select(wanted => wanted is null ? null : Best(wanted, ready))
            .FirstOrDefault(found => found is not null) ?? ready.First();
    }

    /// <summary>The ready language that serves a wish: the same tag, else the same primary language; null when there is none.</summary>
    public static string? Best(string wanted, IReadOnlyCollection<string> ready) =>
        ready.FirstOrDefault(language => string.Equals(language, wanted, StringComparison.OrdinalIgnoreCase))
        ?? ready.FirstOrDefault(language => LanguageTag.Primary(language) == LanguageTag.Primary(wanted));
}
