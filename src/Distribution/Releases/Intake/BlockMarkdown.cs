using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using static Distribution.Releases.Intake.MarkdownBlock;

namespace Distribution.Releases.Intake;

/// <summary>Walks a tree once and writes headings, paragraphs, lists, quotations, tables and code, one after the other.</summary>
internal sealed class BlockMarkdown(HtmlAddress addresses, HtmlLosses losses, QuotationMarks quotationMarks)
{
    /// <summary>How deep lists and quotations may lie in each other; what is deeper stands beside them.</summary>
    private const int Deepest = 20;

    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul", "caption", "dir", "hgroup", "legend", "listing", "menu", "optgroup", "option", "plaintext", "search", "xmp",
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
            losses.AddElement(skipped, element);
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
            case "q":
                var (open, close) = quotationMarks.At(style.IsQuoted);
                flow.Write(open, style);
                WriteInto(flow, element, style.Within(element) with { IsQuoted = true }, depth);
                flow.Write(close, style);
                break;
            case "rt" when element.ParentElement?.QuerySelector("rp") is null:
                flow.Write("(", style);
                WriteInto(flow, element, style.Within(element), depth);
                flow.Write(")", style);
                break;
            case var _ when ProtectedAddress.Decode(element.GetAttribute(ProtectedAddress.Attribute)) is { } hidden:
                flow.Write(hidden, style);
                break;
            case "a" when element.HasAttribute("href"):
                WriteInto(
                    flow,
                    element,
                    style.Within(element) with { Link = addresses.Read(element.GetAttribute("href"), "link") ?? style.Link },
                    depth);
                break;
            default:
                if (!InlineElements.AreKnown(element.LocalName)) losses.AddElement($"{element.LocalName} element", element);
                if (element is { LocalName: "abbr" or "acronym" or "dfn" } && element.GetAttribute("title") is { Length: > 0 } title)
                    losses.Add("explanation of an abbreviation", $"{element.TextContent}: {title}");
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
            case "ul" or "ol" or "menu" or "dir" when depth < Deepest:
                WriteList(flow, element, style, depth + 1);
                break;
            case "blockquote" when depth < Deepest:
                WriteQuotation(flow, element, style, depth + 1);
                break;
            case "ul" or "ol" or "menu" or "dir" or "blockquote":
                losses.AddElement($"{element.LocalName} more than {Deepest} deep", element);
                WriteInto(flow, element, style, depth);
                break;
            case "pre" or "listing" or "xmp" or "plaintext":
                var code = PlainWords.Extract(element, losses).ReplaceLineEndings("\n").Trim('\n');
                if (!string.IsNullOrWhiteSpace(code)) flow.Add(new(BlockKind.Other, MarkdownText.CodeBlock(code)));
                break;
            case "hr":
                flow.Add(new(BlockKind.Other, "___"));
                break;
            case "tr":
                WriteRow(flow, element, style, depth);
                break;
            case "table":
                WriteTable(flow, element, style, depth);
                break;
            case "dt":
                WriteInto(flow, element, style with { Emphasis = style.Emphasis | Emphasis.Bold }, depth);
                break;
            default:
                WriteInto(flow, element, style.Within(element), depth);
                break;
        }
    }

    private void WriteTable(MarkdownFlow flow, IElement table, TextStyle style, int depth)
    {
        TableMarkdown writer = new(losses, cell => Line(WriteAll(cell, InTable(cell, style), depth)));
        if (writer.Write(table) is not { } markdown)
        {
            losses.Add("table layout");
            WriteInto(flow, table, style, depth);
            return;
        }

        foreach (var caption in table.Children.Where(part => part.LocalName == "caption")) WriteOne(flow, caption, style, depth);
        foreach (var cell in table.QuerySelectorAll("td, th, tr, thead, tbody, tfoot")) losses.AddAttributes(cell);
        flow.Add(new(BlockKind.Other, markdown));
    }

    private static TextStyle InTable(IElement cell, TextStyle style) =>
        (cell.LocalName == "th" ? style : style.Within(cell)) with { Link = null };

    /// <summary>The blocks of a cell on one line.</summary>
    private static string Line(List<MarkdownBlock> blocks) => string.Join(" / ", blocks.SelectMany(block => block.Kind switch
    {
        BlockKind.Paragraph => block.Lines,
        BlockKind.List or BlockKind.OtherList =>
            [string.Join("; ", block.Lines[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(WithoutMark))],
        _ => [block.OneLine],
    }));

    private static string WithoutMark(string item) => item.Trim() switch
    {
        ['-' or '*', ' ', .. var words] => words,
        var words => words,
    };

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
        var (number, labels) = list.LocalName == "ol" ? ListLabels.Read(list, [.. items.Select(item => item.Element)]) : (1, null);
        var isNumbered = list.LocalName == "ol" && labels is null;
        var lines = items.Select((item, index) =>
        {
            var sign = !isNumbered
                ? isOther ? "* " : "- "
                : string.Create(CultureInfo.InvariantCulture, $"{number + index}{(isOther ? ')' : '.')} ");
            return sign + Indent(Join(Labelled(item.Blocks, labels?[index])), new string(' ', sign.Length));
        });
        flow.Add(new(isOther ? BlockKind.OtherList : BlockKind.List, string.Join('\n', lines)));
    }

    /// <summary>A number that Markdown has none for stands there as words.</summary>
    private static List<MarkdownBlock> Labelled(List<MarkdownBlock> blocks, string? label) => (label, blocks) switch
    {
        (null or "", _) => blocks,
        (_, [{ Kind: BlockKind.Paragraph } first, ..]) =>
            [new(BlockKind.Paragraph, [$"{MarkdownText.Escape(label)} {first.Lines[0]}", .. first.Lines.Skip(1)]), .. blocks.Skip(1)],
        _ => [new(BlockKind.Paragraph, MarkdownText.Escape(label)), .. blocks],
    };

    /// <summary>Words outside of items are an item; a list outside of them belongs to the one before.</summary>
    private List<(IElement? Element, List<MarkdownBlock> Blocks)> Items(IElement list, TextStyle style, int depth)
    {
        List<(IElement? Element, List<MarkdownBlock> Blocks)> items = [];
        MarkdownFlow loose = new(losses), item = new(losses);
        foreach (var child in list.ChildNodes)
        {
            var name = (child as IElement)?.LocalName;
            if (name is not ("li" or "ul" or "ol" or "menu" or "dir"))
            {
                WriteOne(loose, child, style, depth);
                continue;
            }

            items.Add((null, loose.Take()));
            WriteOne(item, child, style, depth);
            if (name != "li" && items.FindLast(earlier => earlier.Blocks.Count > 0) is { Blocks: { } before }) before.AddRange(item.Take());
            else items.Add((child as IElement, item.Take()));
        }

        items.Add((null, loose.Take()));
        items.RemoveAll(each => each.Blocks.Count == 0);
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
