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

        link.IsImage &= IsSafe(link.Url, [Uri.UriSchemeHttps]);
        if (!link.IsImage && link.FirstChild is null) link.AppendChild(new LiteralInline(link.Url ?? ""));
        if (!IsSafe(link.Url, Schemes)) link.ReplaceBy(new ContainerInline());
    }

    public static void Unwrap(AutolinkInline link)
    {
        if (!link.IsEmail && Unwrapped(link.Url) is { } target) link.Url = target;
    }

    private static string? Unwrapped(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) ? WrappedLinks.Unwrap(address)?.AbsoluteUri : null;

    private static bool IsSafe(string? url, IReadOnlyList<string> schemes) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme);
}
