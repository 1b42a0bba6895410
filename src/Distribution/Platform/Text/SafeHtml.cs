using Ganss.Xss;

namespace Distribution.Platform.Text;

/// <summary>The second lock on what authors write, should the Markdown renderer ever let something through.</summary>
internal static class SafeHtml
{
    private static readonly HtmlSanitizer Sanitizer = NewSanitizer();

    public static string Sanitize(string html) =>
        Sanitizer.SanitizeDom(html) is { Body: { } body } ? HtmlWriter.WriteInside(body) : "";

    private static HtmlSanitizer NewSanitizer()
    {
        HtmlSanitizer sanitizer = new(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>
            {
                "a", "blockquote", "br", "code", "del", "div", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre",
                "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
            },
            AllowedAttributes = new HashSet<string> { "alt", "class", "href", "scope", "src", "start", "tabindex" },
            AllowedSchemes = ProseLink.Schemes.ToHashSet(),
            UriAttributes = new HashSet<string> { "href", "src" },
        });
        sanitizer.AllowedClasses.UnionWith([ProseTables.Box, ProseTables.Figure]);
        sanitizer.FilterUrl += (_, url) =>
        {
            if (url.Tag.LocalName == "img" && !url.OriginalUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
                url.SanitizedUrl = null;
        };
        return sanitizer;
    }
}
