using Distribution.Languages;

namespace Distribution.Validation;

/// <summary>Rules that many inputs share. A field that breaks one is named in the errors; where a value is optional, none is fine.</summary>
public static class FieldRules
{
    private const int MostEntries = 100;
    private const int LongestTopic = 100;

    public static void RequireLine(this FieldErrors errors, string field, string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text)) errors.Add(field, "is required.");
        else errors.AllowLine(field, text, longest);
    }

    public static void AllowLine(this FieldErrors errors, string field, string? text, int longest)
    {
        if (text is null) return;
        errors.Require(text.Trim().Length <= longest, field, $"has more than {longest} characters.");
        errors.Require(!text.Any(char.IsControl), field, "is one line, without control characters.");
    }

    public static void RequireText(this FieldErrors errors, string field, string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text)) errors.Add(field, "is required.");
        else errors.AllowText(field, text, longest);
    }

    /// <summary>Text of several lines: no control characters but line ends and tabs.</summary>
    public static void AllowText(this FieldErrors errors, string field, string? text, int longest)
    {
        if (text is null) return;
        errors.Require(text.Trim().Length <= longest, field, $"has more than {longest} characters.");
        errors.Require(!text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')), field, "has control characters.");
    }

    public static void AllowLanguages(this FieldErrors errors, string field, IReadOnlyList<string>? tags) =>
        errors.Each(field, tags, LanguageTag.IsValid, "is not a language tag such as 'en' or 'es-419'.");

    public static void AllowCountries(this FieldErrors errors, string field, IReadOnlyList<string>? codes) =>
        errors.Each(field, codes, Countries.IsKnown, "is not a country code of ISO 3166-1 such as 'TT'.");

    public static void AllowTopics(this FieldErrors errors, string field, IReadOnlyList<string>? topics) =>
        errors.Each(field, topics, IsTopic, $"is not a topic: one line of 1 to {LongestTopic} characters.");

    /// <summary>Topics as they are kept: lower case, each once.</summary>
    public static IReadOnlyList<string> Topics(IReadOnlyList<string>? topics) =>
        [.. (topics ?? []).Select(topic => topic.Trim().ToLowerInvariant()).Distinct()];

    private static void Each(this FieldErrors errors, string field, IReadOnlyList<string>? values, Func<string?, bool> holds, string otherwise)
    {
        if (values is null) return;
        errors.Require(values.Count <= MostEntries, field, $"has more than {MostEntries} entries.");
        foreach (var wrong in values.Where(value => !holds(value)).Take(1)) errors.Add(field, $"'{wrong}' {otherwise}");
    }

    private static bool IsTopic(string? topic) =>
        topic?.Trim() is { Length: > 0 and <= LongestTopic } text && !text.Any(char.IsControl);
}
