using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Distribution.Intake;

/// <summary>
/// Turns the HTML of other systems into the Markdown that texts are kept in: headings, paragraphs, lists, quotations, links, images, emphasis and
/// code. What means nothing in a mail is left out and counted; the words of unknown elements stay. Pure, and fails on no input.
/// </summary>
public static class HtmlConverter
{
    /// <param name="html">A page or a part of one.</param>
    /// <param name="page">Where it stands on the web, for addresses that are relative to it.</param>
    public static ConvertedHtml Convert(string html, Uri? page)
    {
        HtmlParser parser = new();
        var body = parser.ParseDocument("").Body!;
        // As a part of a page: what stands in a head is seen, and said to be dropped, too.
        foreach (var node in parser.ParseFragment(html, body).ToList()) body.AppendChild(node);
        HtmlLosses losses = new();
        InlineMarkdown inline = new(new(page, losses), losses);
        BlockMarkdown blocks = new(inline, losses);
        var markdown = blocks.Write(body);
        return new(markdown, losses.Counts, losses.Relative);
    }

    /// <summary>Elements whose words are no text.</summary>
    internal static bool IsNoText(IElement element) => element.LocalName is "script" or "style" or "iframe" or "object" or "embed" or "form" or "input" or "button"
        or "select" or "textarea" or "svg" or "math" or "video" or "audio" or "canvas" or "noscript" or "template" or "link" or "meta" or "title" or "base" or "frame"
        or "frameset" or "applet" or "map" or "dialog" or "progress" or "meter" or "o:p" or "xml";
}
