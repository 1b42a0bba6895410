using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Distribution.Platform.Text;

/// <summary>Writes Markdown as plain text: blocks with an empty line between them, a paragraph on one line.</summary>
/// <param name="colon">The colon of the text's language, with its spaces.</param>
internal sealed class PlainTextWriter(string colon)
{
    public string Write(Block block) => block switch
    {
        LeafBlock { Inline: { } inline } => Words(inline).Trim(),
        CodeBlock code => code.Lines.ToString(),
        ThematicBreakBlock => "* * *",
        Table table => PlainTable.Write(table, colon),
        ListBlock list => WriteList(list),
        QuoteBlock quote => Indent(WriteAll(quote, "\n\n"), "> ", "> "),
        ContainerBlock container => WriteAll(container, "\n\n"),
        _ => "",
    };

    /// <summary>The words of a line, of a link without its address.</summary>
    public static string Words(ContainerInline line)
    {
        StringBuilder words = new();
        var isAfterImage = false;
        foreach (var part in line)
        {
            var next = WriteInline(part);
            var isImage = IsImage(part);
            if (isImage && isAfterImage) words.Length = words.ToString().TrimEnd().Length;
            if ((isImage || isAfterImage) && words.Length > 0 && next.Length > 0 && !char.IsWhiteSpace(words[^1])
                && !char.IsWhiteSpace(next[0])) words.Append(isImage && isAfterImage ? '\n' : ' ');
            words.Append(next);
            isAfterImage = isImage || (isAfterImage && string.IsNullOrWhiteSpace(next));
        }

        return words.ToString();
    }

    /// <summary>A block on one line.</summary>
    public static string Line(ContainerBlock block) =>
        string.Join(' ', block.Descendants<LeafBlock>().Select(leaf => leaf.Inline is { } line ? Words(line) : leaf.Lines.ToString()))
            .Replace('\n', ' ').Trim();

    private string WriteAll(ContainerBlock blocks, string between) =>
        string.Join(between, blocks.Select(Write).Where(text => text.Length > 0));

    private string WriteList(ListBlock list)
    {
        var first = list.IsOrdered && int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var start) ? start : 1;
        var between = list.IsLoose ? "\n\n" : "\n";
        return string.Join(between, list.Cast<ListItemBlock>().Select((item, index) =>
        {
            var mark = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{first + index}. ") : "- ";
            return Indent(WriteAll(item, between), mark, new string(' ', mark.Length));
        }));
    }

    private static string Indent(string text, string first, string following) =>
        first + string.Join('\n', text.Split('\n').Select((line, index) => index == 0 ? line : (following + line).TrimEnd()));

    private static bool IsImage(Inline part) =>
        part is LinkInline link && (link.IsImage || link.Any(inside => inside is LinkInline { IsImage: true }));

    private static string WriteInline(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        LineBreakInline line => line.IsHard ? "\n" : " ",
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LinkInline link => WriteLink(link),
        EmphasisInline { DelimiterChar: '~' } struck => $"~~{Words(struck)}~~",
        // A sign that begins nothing after all, such as a bar where there is no table.
        DelimiterInline sign => sign.ToLiteral() + Words(sign),
        ContainerInline container => Words(container),
        _ => "",
    };

    private static string WriteLink(LinkInline link)
    {
        var words = Words(link);
        if (link.IsImage) return words.Length == 0 ? link.Url! : $"[{words}] {link.Url}";
        var address = LinkWords.Shown(link.Url ?? "");
        return LinkWords.AreTheAddress(words, link.Url ?? "")
            ? words.StartsWith("http", StringComparison.OrdinalIgnoreCase) || !link.Url!.StartsWith("http", StringComparison.Ordinal)
                ? words
                : address
            : words.Length == 0 ? address : $"{words} ({address})";
    }
}
