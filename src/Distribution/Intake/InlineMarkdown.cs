using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Distribution.Intake;

/// <summary>Writes the words of a line: text, links, images, emphasis, code and breaks.</summary>
internal sealed class InlineMarkdown(HtmlAddress addresses, HtmlLosses losses)
{
    /// <summary>Width or height in pixels up to which an image shows nothing and only tells that it was loaded.</summary>
    private const int Invisible = 2;

    /// <summary>A line break, until the line is done.</summary>
    public const char Break = '\v';

    public string Write(INode node)
    {
        StringBuilder line = new();
        foreach (var child in node.ChildNodes) line.Append(WriteOne(child));
        return line.ToString();
    }

    public string WriteOne(INode node) => node switch
    {
        IText text => MarkdownText.Escape(MarkdownText.Collapse(text.Data)),
        IElement element => WriteElement(element),
        _ => "",
    };

    private string WriteElement(IElement element)
    {
        if (HtmlConverter.IsNoText(element))
        {
            losses.Add($"{element.LocalName} element");
            return "";
        }

        losses.AddAttributes(element);
        return element.LocalName switch
        {
            "br" => Break.ToString(),
            "a" => WriteLink(element),
            "img" => WriteImage(element),
            "strong" or "b" => Surround(element, "**"),
            "em" or "i" or "cite" or "dfn" => Surround(element, "*"),
            "code" or "kbd" or "samp" or "tt" => WriteCode(element.TextContent),
            _ => Write(element),
        };
    }

    private string WriteLink(IElement element)
    {
        var words = Write(element);
        if (!element.HasAttribute("href")) return words;
        if (addresses.Read(element.GetAttribute("href"), "link") is not { } address) return words;
        // A link around nothing leads nowhere for those who cannot see it, and a link inside a link is none.
        return words.Trim(' ', Break).Length == 0 ? "" : words.Contains("](", StringComparison.Ordinal) ? words : Hold(words, inner => $"[{inner}](<{address}>)");
    }

    private string WriteImage(IElement element)
    {
        if (IsInvisible(element, "width") || IsInvisible(element, "height"))
        {
            losses.Add("tracking image");
            return "";
        }

        return addresses.Read(element.GetAttribute("src"), "image") is { } address
            ? $"![{MarkdownText.Escape(MarkdownText.Collapse(element.GetAttribute("alt") ?? "")).Trim()}](<{address}>)"
            : "";
    }

    private static bool IsInvisible(IElement element, string side) =>
        int.TryParse((element.GetAttribute(side) ?? "").Replace("px", "", StringComparison.Ordinal), NumberStyles.Integer, CultureInfo.InvariantCulture, out var pixels)
        && pixels <= Invisible;

    /// <summary>The same emphasis inside itself says nothing more.</summary>
    private string Surround(IElement element, string sign)
    {
        var words = Write(element);
        return words.Contains('*', StringComparison.Ordinal) ? words : Hold(words, inner => $"{sign}{inner}{sign}");
    }

    /// <summary>Spaces at the ends stay outside: inside, they would keep the signs from meaning anything.</summary>
    private static string Hold(string words, Func<string, string> surround)
    {
        var inner = words.Trim(' ', Break);
        if (inner.Length == 0) return words;
        var start = words.IndexOf(inner, StringComparison.Ordinal);
        return words[..start] + surround(inner.Replace(Break, ' ')) + words[(start + inner.Length)..];
    }

    private static string WriteCode(string text)
    {
        var code = MarkdownText.Collapse(text).Trim();
        if (code.Length == 0) return "";
        var fence = new string('`', Longest(code) + 1);
        return code.StartsWith('`') || code.EndsWith('`') ? $"{fence} {code} {fence}" : $"{fence}{code}{fence}";
    }

    internal static int Longest(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
