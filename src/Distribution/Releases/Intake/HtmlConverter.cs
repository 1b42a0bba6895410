namespace Distribution.Releases.Intake;

/// <summary>
/// Turns the HTML of other systems into the Markdown that texts are kept in: headings, paragraphs, lists, quotations, links, images, emphasis and
/// code. Elements without a meaning in a mail are left out and counted; the words of unknown elements stay. Pure.
/// </summary>
public static class HtmlConverter
{
    /// <param name="html">A page or a part of one.</param>
    /// <param name="page">Where it stands on the web, for addresses that are relative to it.</param>
    /// <returns>The Markdown, or why it is not read.</returns>
    public static (ConvertedHtml? Converted, string? Problem) Convert(string html, Uri? page)
    {
        var (body, problem) = HtmlTree.Parse(html);
        if (body is null) return (null, problem);
        HtmlLosses losses = new();
        BlockMarkdown blocks = new(new(page, losses), losses);
        var markdown = blocks.Write(body);
        return (new(markdown, losses.Counts, losses.Relative), null);
    }
}

/// <summary>A text in HTML as it is kept.</summary>
/// <param name="Markdown">The same in Markdown.</param>
/// <param name="Dropped">The parts that were not taken over, with their number.</param>
/// <param name="Relative">Addresses without a site of their own, where nobody has said which site that is.</param>
public sealed record ConvertedHtml(string Markdown, IReadOnlyDictionary<string, int> Dropped, IReadOnlyList<string> Relative);
