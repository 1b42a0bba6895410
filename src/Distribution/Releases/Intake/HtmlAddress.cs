using System.Text.RegularExpressions;
using Distribution.Platform.Text;

namespace Distribution.Releases.Intake;

/// <summary>Reads the addresses of links and images, as they stand between &lt; and &gt; in Markdown.</summary>
internal sealed partial class HtmlAddress(Uri? page, HtmlLosses losses)
{
    private static readonly string[] Schemes = ["https", "http", "mailto", "tel"];

    /// <summary>The whole address; null where it leads nowhere that a mail may lead.</summary>
    /// <param name="text">As it is written.</param>
    /// <param name="what">The kind of element that has it, such as <c>link</c>.</param>
    public string? Read(string? text, string what)
    {
        var address = string.Concat((text ?? "").Where(letter => !char.IsControl(letter))).Trim();
        if (address.Length == 0 || address.StartsWith('#')) return null;
        if (ProtectedAddress.InLink(address) is { } hidden) return Keep(new($"mailto:{hidden}"), what);
        // On some systems a path is taken for a file's address.
        if (Uri.TryCreate(address, UriKind.Absolute, out var whole) && !address.StartsWith('/')) return Keep(whole, what);
        if (page is not null && Uri.TryCreate(page, address, out var resolved)) return Keep(resolved, what);
        if (page is null) losses.AddRelative(address.Length > 200 ? address[..200] : address);
        else losses.Add($"{what} that cannot be read");
        return null;
    }

    private string? Keep(Uri written, string what)
    {
        if ((WebAddress.IsWeb(written) ? WebAddress.Normalize(written) : written) is not { } address)
        {
            losses.Add($"{what} whose host is no domain name");
            return null;
        }

        if (WrappedLinks.Unwrap(address) is { } target)
        {
            losses.Add($"address of a program around a {what}", target.AbsoluteUri);
            address = target;
        }

        if (Schemes.Contains(address.Scheme))
            return LooksLikeEntity().Replace(
                address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal), "&amp;");
        losses.Add($"{what} to {address.Scheme}:");
        return null;
    }

    [GeneratedRegex("&(?=#?[0-9A-Za-z]+;)")]
    private static partial Regex LooksLikeEntity();
}
