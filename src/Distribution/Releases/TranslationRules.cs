using Distribution.Languages;
using Distribution.Validation;

namespace Distribution.Releases;

/// <summary>What a release's texts must be like; pure.</summary>
public static class TranslationRules
{
    private const int MostTranslations = 40;
    private const int LongestHeadline = 300;
    private const int LongestDateline = 200;
    private const int LongestSummary = 2_000;
    private const int LongestBody = 100_000;

    /// <summary>All bodies together; a release and its texts are written in one transaction of at most 4 MiB, up to six bytes a character.</summary>
    private const int LongestTogether = 500_000;

    public static void Check(ReleaseInput input, FieldErrors errors)
    {
        var texts = input.Translations ?? new Dictionary<string, TranslationInput>();
        errors.Require(texts.Count > 0, "translations", "has at least one text.");
        errors.Require(texts.Count <= MostTranslations, "translations", $"has more than {MostTranslations} texts.");
        errors.Require(texts.Values.Sum(text => text?.Body?.Length ?? 0) <= LongestTogether, "translations", $"has more than {LongestTogether} characters.");
        foreach (var (language, text) in texts) CheckText($"translations.{language}", language, text, errors);
        CheckLanguages(input.OriginalLanguage, texts, errors);
    }

    /// <summary>The texts of an input without errors, keeping the slug of those that were there before.</summary>
    public static IReadOnlyList<Translation> Read(ReleaseInput input, IEnumerable<Translation> before)
    {
        var slugs = before.ToDictionary(text => text.Language, text => text.Slug);
        return [.. input.Translations!.Select(text => Read(LanguageTag.Normalize(text.Key), text.Value, slugs))];
    }

    private static Translation Read(string language, TranslationInput text, Dictionary<string, string?> slugs) => new()
    {
        Language = language,
        Headline = text.Headline!.Trim(),
        Subheading = Given(text.Subheading),
        Dateline = Given(text.Dateline),
        Summary = Given(text.Summary),
        Body = Given(text.Body)!,
        Slug = slugs.GetValueOrDefault(language),
    };

    private static void CheckText(string field, string language, TranslationInput? text, FieldErrors errors)
    {
        errors.Require(LanguageTag.IsValid(language), field, $"'{language}' is not a language tag such as 'en' or 'es-419'.");
        errors.RequireLine($"{field}.headline", text?.Headline, LongestHeadline);
        errors.AllowLine($"{field}.subheading", text?.Subheading, LongestHeadline);
        errors.AllowLine($"{field}.dateline", text?.Dateline, LongestDateline);
        errors.AllowText($"{field}.summary", text?.Summary, LongestSummary);
        errors.RequireText($"{field}.body", text?.Body, LongestBody);
    }

    private static void CheckLanguages(string? original, IReadOnlyDictionary<string, TranslationInput> texts, FieldErrors errors)
    {
        var languages = texts.Keys.Where(LanguageTag.IsValid).Select(LanguageTag.Normalize).ToList();
        errors.Require(languages.Distinct().Count() == languages.Count, "translations", "has two texts in one language.");
        if (original is null) errors.Require(texts.Count <= 1, "originalLanguage", "is required where there is more than one translation.");
        else errors.Require(languages.Contains(LanguageTag.Normalize(original)), "originalLanguage", "is not the language of one of the translations.");
    }

    private static string? Given(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
}
