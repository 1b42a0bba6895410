using Markdig.Syntax.Inlines;

namespace Distribution.Platform.Text;

/// <summary>The treatment of a link that an author wrote.</summary>
internal static class ProseLink
{
    /// <summary>The schemes that a link may have.</summary>
    public static IReadOnlyList<string> Schemes { get; } = ["https", "http", "mailto", "tel"];

    /// <summary>An image stays one where it comes over https, and else becomes a link to it; a link that leads nowhere safe becomes its words.</summary>
    public static void MakeSafe(LinkInline link)
    {
        link.IsImage &= IsSafe(link.Url, [Uri.UriSchemeHttps]);
        if (!link.IsImage && link.FirstChild is null) link.AppendChild(new LiteralInline(link.Url ?? ""));
        if (!IsSafe(link.Url, Schemes)) link.ReplaceBy(new ContainerInline());
    }

    private static bool IsSafe(string? url, IReadOnlyList<string> schemes) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && schemes.Contains(address.Scheme);
}
