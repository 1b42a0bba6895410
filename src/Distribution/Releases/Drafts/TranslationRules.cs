using Distribution.Platform.Languages;
using Distribution.Platform.Validation;

namespace Distribution.Releases.Drafts;

/// <summary>Validates a release's texts; pure.</summary>
public static class TranslationRules
{
    private const int MostTranslations = 40;
    private const int LongestHeadline = 300;
    private const int LongestSummary = 2_000;
    private const int LongestBody = 100_000;

    /// <summary>
    /// All bodies together; a release and its texts are written in one transaction of at most 4 MiB, up to six bytes a character.
    /// </summary>
    private const int LongestTogether = 500_000;

    /// <summary>The texts in the form that is kept.</summary>
    public static IReadOnlyList<Translation> Check(ReleaseInput input, FieldErrors errors)
    {
        var texts = input.Translations;
        errors.Require(texts.Count > 0, "translations", "has at least one text.");
        errors.Require(texts.Count <= MostTranslations, "translations", $"has at most {MostTranslations} texts.");
        errors.Require(
            texts.Values.Sum(text => text?.Body.Length ?? 0) <= LongestTogether,
            "translations",
            $"has at most {LongestTogether} characters.");
        List<Translation> kept = [];
        foreach (var (language, text) in texts.Take(MostTranslations))
        {
            var field = $"translations.{language}";
            if (text is null) errors.Add(field, "is required.");
            else kept.Add(Check(field, language, text, errors));
        }

        errors.Require(kept.DistinctBy(text => text.Language).Count() == kept.Count, "translations", "has two texts in one language.");
        return kept;
    }

    /// <summary>The language the release was written in: the one named, or that of its only text.</summary>
    public static string CheckOriginal(ReleaseInput input, FieldErrors errors)
    {
        var original = input.OriginalLanguage ?? (input.Translations.Count == 1 ? input.Translations.Keys.Single() : "");
        var languages = input.Translations.Keys.Select(LanguageTag.Normalize);
        errors.Require(
            input.Translations.Count == 0 || languages.Contains(LanguageTag.Normalize(original)),
            "originalLanguage",
            input.OriginalLanguage is null
                ? "is required where there is more than one translation."
                : "is not the language of one of the translations.");
        return LanguageTag.Normalize(original);
    }

    private static Translation Check(string field, string language, TranslationInput text, FieldErrors errors)
    {
        var mayBeEmpty = text.State == TranslationState.Draft;
        return new()
        {
            Language = errors.Language(field, language),
            State = text.State,
            Headline = mayBeEmpty && !IsGiven(text.Headline) ? "" : errors.Line($"{field}.headline", text.Headline, LongestHeadline),
            Subheading = IsGiven(text.Subheading) ? errors.Line($"{field}.subheading", text.Subheading!, LongestHeadline) : null,
            Dateline = IsGiven(text.Dateline) ? errors.Line($"{field}.dateline", text.Dateline!) : null,
            Summary =
                IsGiven(text.Summary) ? errors.Text($"{field}.summary", text.Summary!, LongestSummary) : null,
            Body = mayBeEmpty && !IsGiven(text.Body) ? "" : errors.Markdown($"{field}.body", text.Body, LongestBody),
        };
    }

    private static bool IsGiven(string? text) => !string.IsNullOrWhiteSpace(text);
}
