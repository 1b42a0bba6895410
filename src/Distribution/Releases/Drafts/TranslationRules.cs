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
    /// <param name="isComplete">Whether a text must be complete unless it says that it is a draft.</param>
    public static IReadOnlyList<Translation> Check(ReleaseInput input, bool isComplete, FieldErrors errors)
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
            else kept.Add(Check(field, language, text, isComplete, errors));
        }

        errors.Require(kept.DistinctBy(text => text.Language).Count() == kept.Count, "translations", "has two texts in one language.");
        return kept;
    }

    /// <summary>Whether the texts of a release are few and short enough together.</summary>
    internal static void CheckTogether(IReadOnlyCollection<Translation> texts, FieldErrors errors)
    {
        errors.Require(
            texts.Count <= MostTranslations, "language", $"would be one too many: a release has at most {MostTranslations} texts.");
        errors.Require(
            texts.Sum(text => text.Body.Length) <= LongestTogether,
            "body",
            $"is too long: all texts of a release have at most {LongestTogether} characters.");
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

    /// <summary>One text in the form that is kept.</summary>
    /// <param name="field">Name of the field in errors; empty where the text is the whole body of the request.</param>
    internal static Translation Check(string field, string language, TranslationInput text, bool isComplete, FieldErrors errors)
    {
        var state = text.State ?? (isComplete || IsWritten(text) ? TranslationState.Ready : TranslationState.Draft);
        var mayBeEmpty = state == TranslationState.Draft;
        return new()
        {
            Language = errors.Language(field.Length == 0 ? "language" : field, language),
            State = state,
            Headline = mayBeEmpty && !IsGiven(text.Headline) ? "" : errors.Line(Name(field, "headline"), text.Headline, LongestHeadline),
            Subheading = IsGiven(text.Subheading) ? errors.Line(Name(field, "subheading"), text.Subheading!, LongestHeadline) : null,
            Dateline = IsGiven(text.Dateline) ? errors.Line(Name(field, "dateline"), text.Dateline!) : null,
            Summary =
                IsGiven(text.Summary) ? errors.Text(Name(field, "summary"), text.Summary!, LongestSummary) : null,
            Body = mayBeEmpty && !IsGiven(text.Body) ? "" : errors.Markdown(Name(field, "body"), text.Body, LongestBody),
        };
    }

    private static string Name(string field, string member) => field.Length == 0 ? member : $"{field}.{member}";

    private static bool IsWritten(TranslationInput text) => IsGiven(text.Headline) && (IsGiven(text.Body) || text.Html is not null);

    private static bool IsGiven(string? text) => !string.IsNullOrWhiteSpace(text);
}
