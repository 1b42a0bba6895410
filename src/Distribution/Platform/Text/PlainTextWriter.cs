using System.Globalization;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Distribution.Platform.Text;

/// <summary>Writes Markdown as plain text: blocks with an empty line between them, a paragraph on one line.</summary>
internal static class PlainTextWriter
{
    public static string Write(Block block) => block switch
    {
        LeafBlock { Inline: { } inline } => Write(inline).Trim(),
        CodeBlock code => code.Lines.ToString(),
        ThematicBreakBlock => "* * *",
        ListBlock list => WriteList(list),
        QuoteBlock quote => Indent(WriteAll(quote, "\n\n"), "> ", "> "),
        ContainerBlock container => WriteAll(container, "\n\n"),
        _ => "",
    };

    private static string WriteAll(ContainerBlock blocks, string between) =>
        string.Join(between, blocks.Select(Write).Where(text => text.Length > 0));

    private static string WriteList(ListBlock list)
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

    private static string Write(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        LineBreakInline line => line.IsHard ? "\n" : " ",
        CodeInline code => code.Content,
        AutolinkInline link => link.Url,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LinkInline link => WriteLink(link),
        ContainerInline container => string.Concat(container.Select(Write)),
        _ => "",
    };

    /// <summary>The text of a link, without its address.</summary>
    public static string Words(LinkInline link) => string.Concat(link.Select(Write));

    private static string WriteLink(LinkInline link)
    {
        var words = Words(link);
        if (link.IsImage) return words.Length == 0 ? link.Url! : $"[{words}] {link.Url}";
        var address = (link.Url ?? "").Replace("mailto:", "", StringComparison.Ordinal).Replace("tel:", "", StringComparison.Ordinal);
        return words.Length == 0 || address.EndsWith(words, StringComparison.Ordinal) ? address : $"{words} ({address})";
    }
}
