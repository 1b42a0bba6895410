using System.Net;
using System.Text.RegularExpressions;

namespace Distribution.Platform.Text;

/// <summary>Mark-up in a text that is shown as it is; pure.</summary>
public static partial class Markup
{
    /// <summary>Whether an element or a reference of HTML is in the words, such as <c>&lt;br&gt;</c> or <c>&amp;eacute;</c>.</summary>
    public static bool InHtml(string words) => FindHtml(words) is not null;

    /// <summary>The first element, reference or sign of Markdown in a line that has none; null for none.</summary>
    public static string? FindInLine(string line) =>
        FindHtml(line) ?? (Signs().Match(line) is { Success: true } sign ? sign.Value : null);

    /// <summary>The first element, reference or row of a table that was not read as one, in words as they are shown.</summary>
    public static string? FindInBody(string words) =>
        FindHtml(words) ?? (Bars().Match(words) is { Success: true } row ? row.Value : null);

    private static string? FindHtml(string words) =>
        Html().Matches(words).Select(match => match.Value)
            .FirstOrDefault(found => found[0] == '<' || WebUtility.HtmlDecode(found) != found);

    private const string Tags =
        @"</?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|iframe|img|ins|li|mark|ol|p|pre|q|s|script|small"
        + @"|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul)\b[^<>]*>";

    [GeneratedRegex(Tags + @"|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});", RegexOptions.IgnoreCase)]
    private static partial Regex Html();

    [GeneratedRegex(
        @"(?<![\w*])\*\*?(?=\S)[^*]+(?<=\S)\*\*?(?![\w*])|(?<!\w)__?(?=\S)[^_]+(?<=\S)__?(?!\w)|~~(?=\S)[^~]+~~|`[^`]+`"
        + @"|!?\[[^\]]+\]\([^)]+\)|^#{1,6} ",
        RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    /// <summary>The row of hyphens under the head of a table.</summary>
    [GeneratedRegex(@"\|\s*:?-{3,}:?\s*\|", RegexOptions.CultureInvariant)]
    private static partial Regex Bars();
}
