using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Distribution.Intake;

/// <summary>Writes headings, paragraphs, lists, quotations, rows and code, one after the other.</summary>
internal sealed class BlockMarkdown(InlineMarkdown inline, HtmlLosses losses)
{
    /// <summary>How deep elements may lie in each other; what is deeper is read as one line.</summary>
    private const int Deepest = 40;

    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption",
    ];

    public string Write(INode node) => string.Join("\n\n", WriteAll(node, 0));

    private List<string> WriteAll(INode node, int depth)
    {
        List<string> parts = [];
        StringBuilder line = new();
        // Of two lists in a row the second has other signs: with the same ones they would be one.
        var (isList, isOther) = (false, false);
        foreach (var child in node.ChildNodes)
        {
            if (child is IElement element && depth < Deepest && HoldsBlocks(element))
            {
                Close(line, parts);
                var written = WriteBlock(element, depth + 1, isList && !isOther).ToList();
                if (written.Count > 0) (isList, isOther) = (element.LocalName is "ul" or "ol", isList && !isOther);
                parts.AddRange(written);
            }
            else line.Append(inline.WriteOne(child));
        }

        Close(line, parts);
        return parts;
    }

    /// <summary>Whether an element is a block, or a span or the like around one.</summary>
    private static bool HoldsBlocks(IElement element) =>
        !HtmlConverter.IsNoText(element) && (Blocks.Contains(element.LocalName) || element.Children.Any(HoldsBlocks));

    private IEnumerable<string> WriteBlock(IElement element, int depth, bool withOtherSigns)
    {
        losses.AddAttributes(element);
        return element.LocalName switch
        {
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => WriteHeading(element),
            "ul" or "ol" => WriteList(element, depth, withOtherSigns),
            "blockquote" => WriteQuotation(element, depth),
            "pre" => WriteCode(element),
            "hr" => ["---"],
            "tr" => WriteRow(element),
            "table" => WriteTable(element, depth),
            _ => WriteAll(element, depth),
        };
    }

    private IEnumerable<string> WriteHeading(IElement element)
    {
        var words = Line(inline.Write(element).Replace(InlineMarkdown.Break, ' '));
        return words.Length == 0 ? [] : [$"{new string('#', element.LocalName[1] - '0')} {words}"];
    }

    private IEnumerable<string> WriteList(IElement list, int depth, bool withOtherSigns)
    {
        var isNumbered = list.LocalName == "ol";
        var number = isNumbered && int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start < 1_000_000 ? start : 1;
        List<string> items = [];
        foreach (var item in list.Children.Where(child => !HtmlConverter.IsNoText(child)))
        {
            var parts = item.LocalName is "ul" or "ol" ? [.. WriteBlock(item, depth + 1, withOtherSigns: false)] : WriteAll(item, depth);
            if (parts.Count == 0) continue;
            var sign = isNumbered
                ? string.Create(CultureInfo.InvariantCulture, $"{number++}{(withOtherSigns ? ')' : '.')} ")
                : withOtherSigns ? "* " : "- ";
            items.Add(sign + Indent(string.Join("\n\n", parts), new string(' ', sign.Length)));
        }

        return items.Count == 0 ? [] : [string.Join('\n', items)];
    }

    private IEnumerable<string> WriteQuotation(IElement element, int depth)
    {
        var parts = WriteAll(element, depth);
        return parts.Count == 0 ? [] : [string.Join('\n', string.Join("\n\n", parts).Split('\n').Select(line => line.Length == 0 ? ">" : $"> {line}"))];
    }

    private static IEnumerable<string> WriteCode(IElement element)
    {
        var code = element.TextContent.ReplaceLineEndings("\n").Trim('\n');
        var fence = new string('`', Math.Max(3, InlineMarkdown.Longest(code) + 1));
        return string.IsNullOrWhiteSpace(code) ? [] : [$"{fence}\n{code}\n{fence}"];
    }

    private List<string> WriteTable(IElement element, int depth)
    {
        losses.Add("table layout");
        return WriteAll(element, depth);
    }

    /// <summary>A row of a table is a line: mails on telephones have no room for columns.</summary>
    private IEnumerable<string> WriteRow(IElement row)
    {
        var cells = row.Children.Where(cell => cell.LocalName is "td" or "th").Select(cell => Line(inline.Write(cell).Replace(InlineMarkdown.Break, ' '))).Where(cell => cell.Length > 0);
        var line = string.Join(" – ", cells);
        return line.Length == 0 ? [] : [MarkdownText.EscapeBeginning(line)];
    }

    private static void Close(StringBuilder line, List<string> parts)
    {
        var lines = line.ToString().Split(InlineMarkdown.Break).Select(Line).ToList();
        line.Clear();
        // Two breaks in a row are how many systems write a new paragraph.
        foreach (var paragraph in Paragraphs(lines)) parts.Add(string.Join("\\\n", paragraph.Select(MarkdownText.EscapeBeginning)));
    }

    private static IEnumerable<List<string>> Paragraphs(IEnumerable<string> lines)
    {
        List<string> paragraph = [];
        foreach (var line in lines)
        {
            if (line.Length > 0) paragraph.Add(line);
            else if (paragraph.Count > 0)
            {
                yield return paragraph;
                paragraph = [];
            }
        }

        if (paragraph.Count > 0) yield return paragraph;
    }

    private static string Line(string words)
    {
        StringBuilder line = new(words.Length);
        foreach (var letter in words)
        {
            if (letter != ' ' || (line.Length > 0 && line[^1] != ' ')) line.Append(letter);
        }

        return line.ToString().TrimEnd(' ');
    }

    private static string Indent(string text, string by) =>
        string.Join('\n', text.Split('\n').Select((line, index) => index == 0 || line.Length == 0 ? line : by + line));
}
