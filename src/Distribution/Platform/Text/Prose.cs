using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Distribution.Platform.Text;

/// <summary>
/// A text as its author wrote it in Markdown: CommonMark without raw HTML, with tables and struck out words, images over https with their
/// alt texts, headings from the second level down, under a page's own.
/// </summary>
public sealed class Prose
{
    private const int HighestLevel = 2;
    private const int LowestLevel = 6;

    private readonly MarkdownDocument document;

    private Prose(MarkdownDocument document, IReadOnlyList<string> withoutHost) => (this.document, WithoutHost) = (document, withoutHost);

    public static Prose Parse(string markdown)
    {
        var document = ParseDocument(markdown);
        var headings = document.Descendants<HeadingBlock>().ToList();
        var down = HighestLevel - headings.Select(heading => heading.Level).DefaultIfEmpty(HighestLevel).Min();
        foreach (var heading in headings) heading.Level = Math.Clamp(heading.Level + down, HighestLevel, LowestLevel);
        List<string> withoutHost = [.. Written(document).OfType<string>().Where(url => url.Length > 0 && ProseLink.Normalize(url) == "")];
        foreach (var link in document.Descendants<LinkInline>().ToList()) ProseLink.MakeSafe(link);
        foreach (var link in document.Descendants<AutolinkInline>().ToList()) ProseLink.MakeSafe(link);
        return new(document, withoutHost);
    }

    internal static MarkdownDocument ParseDocument(string markdown) =>
        Markdown.Parse(PrintableText.Clean(markdown), ProsePipeline.Pipeline);

    /// <summary>Web addresses, as they are written, whose host is no domain name in any script; no links are made of them.</summary>
    public IReadOnlyList<string> WithoutHost { get; }

    /// <summary>Where its images are.</summary>
    public IEnumerable<Uri> Images => document.Descendants<LinkInline>().Where(link => link.IsImage).Select(link => new Uri(link.Url!));

    /// <summary>Addresses of images that say nothing to those who do not see them.</summary>
    public IEnumerable<string> ImagesWithoutAlt => document.Descendants<LinkInline>()
        .Where(link => link.IsImage && string.IsNullOrWhiteSpace(PlainTextWriter.Words(link))).Select(link => link.Url!);

    /// <summary>The web addresses that it links to and loads images from.</summary>
    public IEnumerable<Uri> WebAddresses => Written(document).Select(WebAddress.Parse).OfType<Uri>();

    /// <summary>As safe HTML, without any styles; its classes are those of tables.</summary>
    public string Html => SafeHtml.Sanitize(document.ToHtml(ProsePipeline.Pipeline));

    /// <summary>As text to read and to paste: a paragraph is one line, links stand behind their words.</summary>
    public string PlainText => PlainTextWith(": ");

    /// <summary>The words of its first paragraph; empty when it opens with something else.</summary>
    public string Opening => document.FirstOrDefault() is ParagraphBlock { Inline: { } first } ? PlainTextWriter.Words(first).Trim() : "";

    /// <summary>The same as <see cref="PlainText"/> with the colon of a language, spaces included.</summary>
    public string PlainTextWith(string colon) => new PlainTextWriter(colon).Write(document);

    /// <summary>Puts a dateline before the first words, in the same paragraph where there is one.</summary>
    public void Prepend(string dateline)
    {
        if (document.FirstOrDefault() is not ParagraphBlock { Inline: not null } first)
        {
            first = new ParagraphBlock { Inline = new ContainerInline() };
            document.Insert(0, first);
        }

        var place = new EmphasisInline { DelimiterChar = '*', DelimiterCount = 2 };
        place.AppendChild(new LiteralInline(dateline));
        if (first.Inline!.FirstChild is { } words)
        {
            words.InsertBefore(place);
            words.InsertBefore(new LiteralInline(" – "));
        }
        else
        {
            first.Inline.AppendChild(place);
        }
    }

    private static IEnumerable<string?> Written(MarkdownDocument document) => document.Descendants()
        .Select(part => part switch { LinkInline link => link.Url, AutolinkInline { IsEmail: false } auto => auto.Url, _ => null });
}
