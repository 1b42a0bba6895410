namespace Distribution.Platform.Languages;

/// <summary>Which of a release's languages a recipient's mail is written in.</summary>
public static class MailLanguage
{
    /// <summary>
    /// The first of the recipient's languages that is ready (<c>es-419</c> reads <c>es</c>), else the organisation's fallback for the
    /// reader's country, else the release's original language, else the first that is ready.
    /// </summary>
    /// <param name="reader">The recipient's languages, best first.</param>
    /// <param name="country">The recipient's country, ISO 3166-1 alpha-2, if known.</param>
    /// <param name="ready">Languages of the translations that may be sent; at least one.</param>
    /// <param name="fallbacks">Country to language, from the organisation.</param>
    /// <param name="original">The language the release was written in.</param>
    public static string Choose(
        IEnumerable<string> reader,
        string? country,
        IReadOnlyCollection<string> ready,
        IReadOnlyDictionary<string, string> fallbacks,
        string original) => Explain(reader, country, ready, fallbacks, original).Tag;

    /// <summary>The same, and why it is that one.</summary>
    public static (string Tag, LanguageReason Because) Explain(
        IEnumerable<string> reader,
        string? country,
        IReadOnlyCollection<string> ready,
        IReadOnlyDictionary<string, string> fallbacks,
        string original)
    {
        foreach (var wanted in reader)
        {
            if (Best(wanted, ready) is { } own) return (own, LanguageReason.Recipient);
        }

        if (country is not null && fallbacks.TryGetValue(country, out var fallback) && Best(fallback, ready) is { } usual) return (usual, LanguageReason.Country);
        return Best(original, ready) is { } written ? (written, LanguageReason.Original) : (ready.First(), LanguageReason.First);
    }

    /// <summary>The ready language for a wanted one: the same tag, else the same primary language; null when there is none.</summary>
    public static string? Best(string wanted, IReadOnlyCollection<string> ready)
    {
        // Planning asks this for everybody, so there is nothing to collect afterwards.
        foreach (var language in ready)
        {
            if (string.Equals(language, wanted, StringComparison.OrdinalIgnoreCase)) return language;
        }

        foreach (var language in ready)
        {
            if (Primary(language).Equals(Primary(wanted), StringComparison.OrdinalIgnoreCase)) return language;
        }

        return null;
    }

    private static ReadOnlySpan<char> Primary(string tag) => tag.IndexOf('-', StringComparison.Ordinal) is >= 0 and var end ? tag.AsSpan(0, end) : tag;
}
