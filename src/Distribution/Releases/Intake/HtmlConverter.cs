namespace Distribution.Releases.Intake;

/// <summary>
/// Turns the HTML of other systems into the Markdown that texts are kept in: headings, paragraphs, lists, quotations, tables, links,
/// images, emphasis, struck out words, raised and lowered digits, and code. Elements without a meaning in a mail are counted; of
/// unknown ones the words stay, and are named. Pure.
/// </summary>
public static class HtmlConverter
{
    /// <param name="html">A page or a part of one.</param>
    /// <param name="page">Where it stands on the web, for addresses that are relative to it.</param>
    /// <param name="language">Its language, for quotation marks.</param>
    /// <returns>The Markdown, or why it is not read.</returns>
    public static (ConvertedHtml? Converted, string? Problem) Convert(string html, Uri? page, string language = "")
    {
        var (body, problem) = HtmlTree.Parse(html);
        if (body is null) return (null, problem);
        WordLists.Mend(body);
        HtmlLosses losses = new();
        BlockMarkdown blocks = new(new(page, losses), losses, QuotationMarks.Of(language));
        var markdown = blocks.Write(body);
        return (new(markdown, losses.Losses, losses.Relative), null);
    }
}

/// <summary>A text in HTML as it is kept.</summary>
/// <param name="Markdown">The same in Markdown.</param>
/// <param name="Dropped">The parts that were not taken over, or of which only the words were.</param>
/// <param name="Relative">Addresses without a site of their own, where nobody has said which site that is.</param>
public sealed record ConvertedHtml(string Markdown, IReadOnlyList<HtmlLoss> Dropped, IReadOnlyList<string> Relative);
