using System.Globalization;
using System.Text.RegularExpressions;

namespace Distribution.Platform.Languages;

/// <summary>
/// Fills the places of a sentence, as ICU's message format writes them: <c>{headline}</c>, or <c>{count, plural, one {# mail} other {#
/// mails}}</c>
/// with a form for each plural category of the language.
/// </summary>
internal static partial class MessageFormat
{
    /// <summary>A place without a value stays as it is.</summary>
    public static string Fill(string text, string language, IReadOnlyList<(string Place, string Value)> values) =>
        Place().Replace(text, match => Fill(match, language, values));

    private static string Fill(Match match, string language, IReadOnlyList<(string Place, string Value)> values)
    {
        var name = match.Groups["name"].Value;
        if (values.LastOrDefault(value => value.Place == name).Value is not { } value) return match.Value;
        return match.Groups["form"].Success ? Form(match, language, value) : value;
    }

    private static string Form(Match match, string language, string value)
    {
        var isCount = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        var category = isCount ? PluralRule.Category(language, count) : PluralRule.Other;
        var forms =
            match.Groups["category"].Captures.Zip(match.Groups["form"].Captures, (category, form) => (category.Value, form.Value)).ToList();
        var number = isCount ? count.ToString("N0", CultureInfo.GetCultureInfo(language)) : value;
        return (Find(category) ?? Find(PluralRule.Other) ?? "#").Replace("#", number, StringComparison.Ordinal);

        string? Find(string wanted) => forms.Find(form => form.Item1 == wanted).Item2;
    }

    [GeneratedRegex(@"\{(?<name>\w+)(, plural,(\s*(?<category>[a-z]+) \{(?<form>[^{}]*)\})+)?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
