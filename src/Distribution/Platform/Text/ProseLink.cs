using Markdig.Syntax.Inlines;

namespace Distribution.Platform.Text;

/// <summary>The treatment of a link that an author wrote.</summary>
internal static class ProseLink
{
    /// <summary>The schemes that a link may have.</summary>
    public static IReadOnlyList<string> Schemes { get; } = ["https", "http", "mailto", "tel"];

    /// <summary>
    /// An image stays one where it comes over https, and else becomes a link to it; a link that leads nowhere safe becomes its words, and
    /// one that a program has wrapped leads where it led before.
    /// </summary>
    public static void MakeSafe(LinkInline link)
    {
        if (Unwrapped(link.Url) is { } target)
        {
            if (link.FirstChild is LiteralInline words && words.NextSibling is null && words.Content.ToString() == link.Url)
                words.ReplaceBy(new LiteralInline(target));
            link.Url = target;
        }

        var written = link.Url;
        link.Url = Normalize(written);
        link.IsImage &= IsSafe(link.Url, [Uri.UriSchemeHttps]);
        if (!link.IsImage && link.FirstChild is null) link.AppendChild(new LiteralInline(written ?? ""));
        if (!IsSafe(link.Url, Schemes)) link.ReplaceBy(new ContainerInline());
    }

    /// <summary>An address between &lt; and &gt; keeps its words; it is a link only where it leads somewhere.</summary>
    public static void MakeSafe(AutolinkInline link)
    {
        if (!link.IsEmail && Unwrapped(link.Url) is { } target) link.Url = target;
        if (link.IsEmail || Normalize(link.Url) is not { } url || url == link.Url) return;
        LiteralInline words = new(link.Url);
        if (url.Length == 0) link.ReplaceBy(words);
        else link.ReplaceBy(new LinkInline { Url = url }.AppendChild(words));
    }

    /// <summary>
    /// A web address with its host in ASCII; any other as it is, and empty where the host is no domain name, which leads nowhere.
    /// </summary>
    public static string? Normalize(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var written) || !WebAddress.IsWeb(written)) return url;
        var address = WebAddress.Normalize(written);
        return ReferenceEquals(address, written) ? url : address?.AbsoluteUri ?? "";
    }

    private static string? Unwrapped(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) ? WrappedLinks.Unwrap(address)?.AbsoluteUri : null;

    private static bool IsSafe(string? url, IReadOnlyList<string> schemes) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme);
}
