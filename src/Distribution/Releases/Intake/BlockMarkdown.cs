using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using static Distribution.Releases.Intake.MarkdownBlock;

namespace Distribution.Releases.Intake;

/// <summary>Walks a tree once and writes headings, paragraphs, lists, quotations, rows and code, one after the other.</summary>
internal sealed class BlockMarkdown(HtmlAddress addresses, HtmlLosses losses)
{
    /// <summary>How deep lists and quotations may lie in each other; what is deeper stands beside them.</summary>
    private const int Deepest = 20;

    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul", "caption",
    ];

    public string Write(IElement body) => Join(WriteAll(body, default, 0));

    private List<MarkdownBlock> WriteAll(IElement element, TextStyle style, int depth)
    {
        MarkdownFlow flow = new(losses);
        WriteInto(flow, element, style, depth);
        return flow.Take();
    }

    private void WriteInto(MarkdownFlow flow, INode node, TextStyle style, int depth)
    {
        foreach (var child in node.ChildNodes) WriteOne(flow, child, style, depth);
    }

    private void WriteOne(MarkdownFlow flow, INode node, TextStyle style, int depth)
    {
        if (node is IText text) flow.Write(text.Data, style);
        if (node is not IElement element) return;
        if (SkippedElement.Name(element) is { } skipped)
        {
            losses.Add(skipped);
            return;
        }

        losses.AddAttributes(element);
        if (Blocks.Contains(element.LocalName))
        {
            flow.CloseLines();
            WriteBlock(flow, element, style, depth);
            flow.CloseLines();
        }
        else WriteInline(flow, element, style, depth);
    }

    private void WriteInline(MarkdownFlow flow, IElement element, TextStyle style, int depth)
    {
        switch (element.LocalName)
        {
            case "br":
                flow.Break();
                break;
            case "img":
                if (addresses.Read(element.GetAttribute("src"), "image") is { } source)
                    flow.Write(new LinePart($"![{MarkdownText.Escape(Words(element.GetAttribute("alt")))}](<{source}>)", style));
                break;
            case "code" or "kbd" or "samp" or "tt":
                if (PlainWords.Extract(element, losses) is var code && !string.IsNullOrWhiteSpace(code))
                    flow.Write(new LinePart(new Rune('`'), code, style));
                break;
            case "a" when element.HasAttribute("href"):
                WriteInto(flow, element, style with { Link = addresses.Read(element.GetAttribute("href"), "link") ?? style.Link }, depth);
                break;
            default:
                WriteInto(flow, element, style.Within(element), depth);
                break;
        }
    }

    private void WriteBlock(MarkdownFlow flow, IElement element, TextStyle style, int depth)
    {
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                WriteHeading(flow, element, style, depth);
                break;
            case "ul" or "ol" when depth < Deepest:
                WriteList(flow, element, style, depth + 1);
                break;
            case "blockquote" when depth < Deepest:
                WriteQuotation(flow, element, style, depth + 1);
                break;
            case "pre":
                var code = PlainWords.Extract(element, losses).ReplaceLineEndings("\n").Trim('\n');
                if (!string.IsNullOrWhiteSpace(code)) flow.Add(new(BlockKind.Other, MarkdownText.CodeBlock(code)));
                break;
            case "hr":
                flow.Add(new(BlockKind.Other, "___"));
                break;
            case "tr":
                WriteRow(flow, element, style, depth);
                break;
            default:
                if (element.LocalName == "table") losses.Add("table layout");
                WriteInto(flow, element, style, depth);
                break;
        }
    }

    private void WriteHeading(MarkdownFlow flow, IElement element, TextStyle style, int depth)
    {
        var words = string.Join(' ', WriteAll(element, style, depth).Select(block => block.OneLine));
        if (words.Length > 0)
            flow.Add(new(BlockKind.Other, $"{new string('#', element.LocalName[1] - '0')} {MarkdownText.EscapeEnd(words)}"));
    }

    private void WriteQuotation(MarkdownFlow flow, IElement element, TextStyle style, int depth)
    {
        var parts = WriteAll(element, style, depth);
        if (parts.Count > 0)
            flow.Add(new(BlockKind.Other, string.Join('\n', Join(parts).Split('\n').Select(line => line.Length == 0 ? ">" : $"> {line}"))));
    }

    private void WriteList(MarkdownFlow flow, IElement list, TextStyle style, int depth)
    {
        var items = Items(list, style, depth);
        if (items.Count == 0) return;
        var isOther = flow.IsAfterList;
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && start < 1_000_000 ? start : 1;
        var lines = items.Select((item, index) =>
        {
            var sign = list.LocalName == "ul"
                ? isOther ? "* " : "- "
                : string.Create(CultureInfo.InvariantCulture, $"{number + index}{(isOther ? ')' : '.')} ");
            return sign + Indent(Join(item), new string(' ', sign.Length));
        });
        flow.Add(new(isOther ? BlockKind.OtherList : BlockKind.List, string.Join('\n', lines)));
    }

    /// <summary>Words outside of items are an item; a list outside of them belongs to the one before.</summary>
    private List<List<MarkdownBlock>> Items(IElement list, TextStyle style, int depth)
    {
        List<List<MarkdownBlock>> items = [];
        MarkdownFlow loose = new(losses), item = new(losses);
        foreach (var child in list.ChildNodes)
        {
            var name = (child as IElement)?.LocalName;
            if (name is not ("li" or "ul" or "ol"))
            {
                WriteOne(loose, child, style, depth);
                continue;
            }

            items.Add(loose.Take());
            WriteOne(item, child, style, depth);
            if (name != "li" && items.FindLast(earlier => earlier.Count > 0) is { } before) before.AddRange(item.Take());
            else items.Add(item.Take());
        }

        items.Add(loose.Take());
        items.RemoveAll(blocks => blocks.Count == 0);
        return items;
    }

    /// <summary>
    /// A row of a table is a line: mails on telephones have no room for columns. Cells that hold more than a line follow one another.
    /// </summary>
    private void WriteRow(MarkdownFlow flow, IElement row, TextStyle style, int depth)
    {
        MarkdownFlow cell = new(losses);
        List<List<MarkdownBlock>> cells = [];
        foreach (var child in row.ChildNodes)
        {
            WriteOne(cell, child, style, depth);
            if (cell.Take() is { Count: > 0 } blocks) cells.Add(blocks);
        }

        if (cells.Count == 0) return;
        if (cells.All(blocks => blocks is [{ Kind: BlockKind.Paragraph }]))
            flow.Add(new(BlockKind.Paragraph, string.Join(" – ", cells.Select(blocks => blocks[0].OneLine))));
        else cells.SelectMany(blocks => blocks).ToList().ForEach(flow.Add);
    }

    private static string Words(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Indent(string text, string by) =>
        string.Join('\n', text.Split('\n').Select((line, index) => index == 0 || line.Length == 0 ? line : by + line));
}
