using Ganss.Xss;

namespace Distribution.Platform.Text;

/// <summary>The second lock on what authors write, should the Markdown renderer ever let something through.</summary>
internal static class SafeHtml
{
    private static readonly HtmlSanitizer Sanitizer = NewSanitizer();

    public static string Sanitize(string html) => Sanitizer.Sanitize(html);

    private static HtmlSanitizer NewSanitizer()
    {
        HtmlSanitizer sanitizer = new(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>
            {
                "a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre", "strong", "ul",
            },
            AllowedAttributes = new HashSet<string> { "alt", "href", "src", "start" },
            AllowedSchemes = ProseLink.Schemes.ToHashSet(),
            UriAttributes = new HashSet<string> { "href", "src" },
        });
        sanitizer.FilterUrl += (_, url) =>
        {
            if (url.Tag.LocalName == "img" && !url.OriginalUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
                url.SanitizedUrl = null;
        };
        return sanitizer;
    }
}
