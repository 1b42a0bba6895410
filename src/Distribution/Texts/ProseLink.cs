using Markdig.Syntax.Inlines;

namespace Distribution.Texts;

/// <summary>What becomes of a link that an author wrote.</summary>
internal static class ProseLink
{
    /// <summary>The schemes that a link may have.</summary>
    public static IReadOnlyList<string> Schemes { get; } = ["https", "http", "mailto", "tel"];

    /// <summary>An image becomes a link to it, for mails and pages load nothing from elsewhere; a link that leads nowhere safe becomes its words.</summary>
    public static void MakeSafe(LinkInline link)
    {
        link.IsImage = false;
        if (link.FirstChild is null) link.AppendChild(new LiteralInline(link.Url ?? ""));
        if (!IsSafe(link.Url)) link.ReplaceBy(new ContainerInline());
    }

    private static bool IsSafe(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && Schemes.Contains(address.Scheme);
}
