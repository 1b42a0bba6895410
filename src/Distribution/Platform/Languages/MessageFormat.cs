using System.Globalization;
using System.Text.RegularExpressions;

namespace Distribution.Platform.Languages;

/// <summary>
/// Fills the places of a sentence, as ICU's message format writes them: <c>{headline}</c>, or <c>{count, plural, one {# mail} other {# mails}}</c>
/// with a form for each plural category of the language.
/// </summary>
internal static partial class MessageFormat
{
    /// <summary>A place without a value stays as it is.</summary>
    public static string Fill(string text, string language, IReadOnlyList<(string Place, string Value)> values) => Place().Replace(text, match =>
    {
        var name = match.Groups["name"].Value;
        if (values.LastOrDefault(value => value.Place == name).Value is not { } value) return match.Value;
        return match.Groups["form"].Success ? Form(match, language, value) : value;
    });

    private static string Form(Match match, string language, string value)
    {
        var forms = match.Groups["category"].Captures.Zip(match.Groups["form"].Captures, (category, form) => (Category: category.Value, Form: form.Value)).ToList();
        var category = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? PluralRule.Category(language, count) : PluralRule.Other;
        var form = forms.Find(form => form.Category == category).Form ?? forms.Find(form => form.Category == PluralRule.Other).Form;
        return (form ?? "#").Replace("#", value, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{(?<name>\w+)(, plural,(\s*(?<category>[a-z]+) \{(?<form>[^{}]*)\})+)?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
