namespace Distribution.Platform.Languages;

/// <summary>
/// The plural category of a number in a language, by the Unicode CLDR. Whole millions, which have a category of their own in French,
/// Portuguese
/// and Spanish, are not distinguished: no sentence of ours counts so far.
/// </summary>
public static class PluralRule
{
    public const string Other = "other";

    private static readonly string[] OneAndOther = ["one", Other];

    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["ar"] = ["zero", "one", "two", "few", "many", Other],
        ["en"] = OneAndOther,
        ["es"] = OneAndOther,
        ["fr"] = OneAndOther,
        ["pt"] = OneAndOther,
    };

    /// <summary>Every category that a sentence with a number needs; none for a language whose rule is missing here.</summary>
    public static IReadOnlyList<string> Categories(string language) => Known.GetValueOrDefault(LanguageTag.Primary(language), []);

    public static string Category(string language, long count) => (LanguageTag.Primary(language), count) switch
    {
        ("ar", 0) => "zero",
        ("ar", 2) => "two",
        ("ar", _) when count % 100 is >= 3 and <= 10 => "few",
        ("ar", _) when count % 100 is >= 11 and <= 99 => "many",
        ("fr" or "pt", 0) => "one",
        (_, 1) => "one",
        _ => Other,
    };
}
