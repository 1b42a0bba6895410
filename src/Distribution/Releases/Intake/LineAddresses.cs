using System.Text.RegularExpressions;
using Distribution.Platform.Text;

namespace Distribution.Releases.Intake;

/// <summary>
/// Finds addresses that stand in a line as words; pure. Renderers make links of them, and would take the backslashes that other words need
/// for a part of the address.
/// </summary>
internal static partial class LineAddresses
{
    private const string Trailing = "?!.,:;*_~'’…";

    public static List<LinePart> Mark(List<LinePart> parts)
    {
        var text = string.Create(parts.Count, parts, (letters, from) =>
        {
            for (var at = 0; at < letters.Length; at++) letters[at] =
                from[at] is { Whole: null, Letter.IsBmp: true } part ? (char)part.Letter.Value : from[at].Whole is null ? 'x' : ' ';
        });
        List<LinePart> marked = new(parts.Count);
        var next = 0;
        foreach (Match match in Address().Matches(text))
        {
            var style = parts[match.Index].Style;
            var address = Trim(match.Value[..parts.Skip(match.Index).Take(match.Length).TakeWhile(part => part.Style == style).Count()]);
            if (Markdown(address, style.Link) is not { } markdown) continue;
            marked.AddRange(parts[next..match.Index]);
            marked.Add(new(markdown, style with { Link = null }));
            next = match.Index + address.Length;
        }

        marked.AddRange(parts[next..]);
        return marked;
    }

    private static string? Markdown(string address, string? link)
    {
        var isShort = address.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        if (!Uri.TryCreate(isShort ? $"http://{address}" : address, UriKind.Absolute, out var written)) return null;
        var whole = WebAddress.IsWeb(written) ? WebAddress.Normalize(written) : written;
        if (whole is null) return null;
        if (link is not null && link != whole.AbsoluteUri) return null;
        return isShort || !ReferenceEquals(whole, written) ? $"[{MarkdownText.Escape(address)}](<{whole.AbsoluteUri}>)" : $"<{address}>";
    }

    /// <summary>
    /// Punctuation at the end of a sentence is no part of the address, and a closing bracket is one only after an opening one.
    /// </summary>
    private static string Trim(string address)
    {
        var end = address.Length;
        var open = address.Count(letter => letter == '(') - address.Count(letter => letter == ')');
        for (; end > 0; end--)
        {
            if (address[end - 1] == ')' && open < 0) open++;
            else if (!Trailing.Contains(address[end - 1], StringComparison.Ordinal)) break;
        }

        return address[..end];
    }

    [GeneratedRegex(
        """(?<![\p{L}\p{N}])(?:https?://[^\s<>"«»“”]+|mailto:[^\s<>"«»“”]+@[^\s<>"«»“”]+|(?<![/@.])www\.[^\s<>"«»“”]+\.[^\s<>"«»“”]+)""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
