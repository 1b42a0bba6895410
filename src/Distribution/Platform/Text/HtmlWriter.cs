using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html;

namespace Distribution.Platform.Text;

/// <summary>
/// Writes a tree as HTML in time linear in its size; pure. The library's own <c>ToHtml</c> looks for each node's next one among all of its
/// parent's, so that a text of 24,000 headings took it seconds.
/// </summary>
internal static class HtmlWriter
{
    private static readonly HtmlMarkupFormatter Formatter = new();

    /// <summary>The node and all that is in it.</summary>
    public static string Write(INode node)
    {
        StringBuilder html = new();
        Append(html, node);
        return html.ToString();
    }

    /// <summary>The content of the node, without itself.</summary>
    public static string WriteInside(INode node)
    {
        StringBuilder html = new();
        foreach (var child in node.ChildNodes) Append(html, child);
        return html.ToString();
    }

    private static void Append(StringBuilder html, INode node)
    {
        var isVoid = node.Flags.HasFlag(NodeFlags.SelfClosing);
        switch (node)
        {
            case IElement element:
                html.Append(Formatter.OpenTag(element, isVoid));
                foreach (var child in element.ChildNodes) Append(html, child);
                html.Append(Formatter.CloseTag(element, isVoid));
                break;
            case IText text:
                html.Append(
                    text.Parent is { } parent && parent.Flags.HasFlag(NodeFlags.LiteralText)
                        ? Formatter.LiteralText(text)
                        : Formatter.Text(text));
                break;
            case IComment comment:
                html.Append(Formatter.Comment(comment));
                break;
            case IDocumentType type:
                html.Append(Formatter.Doctype(type));
                break;
            default:
                foreach (var child in node.ChildNodes) Append(html, child);
                break;
        }
    }
}
