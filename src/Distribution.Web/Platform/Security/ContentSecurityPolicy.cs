using Distribution.Platform.Text;

namespace Distribution.Web.Platform.Security;

/// <summary>Request feature of a page that needs a policy of its own.</summary>
internal sealed record ContentSecurityPolicy(string Directives)
{
    /// <summary>Of our own pages: everything from here, and nothing inline.</summary>
    /// <param name="images">Images from elsewhere that the page shows; their origins are let in.</param>
    public static ContentSecurityPolicy OfPages(params IEnumerable<Uri> images) => new(
        "default-src 'none'; style-src 'self'; "
        + $"img-src {string.Join(' ', images.Select(Origin).OfType<string>().Distinct().Prepend("'self'"))}; "
        + "font-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");

    /// <summary>Of a mail that a page shows in a frame: it styles itself inline, which our own pages never do, and runs nothing.</summary>
    public static ContentSecurityPolicy OfMails { get; } =
        new("default-src 'none'; style-src 'unsafe-inline'; img-src https:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; "
            + "sandbox");

    /// <summary>The same for a page that shows others of ours in frames.</summary>
    public ContentSecurityPolicy WithFrames() => new($"{Directives}; frame-src 'self'");

    /// <summary>The same for a page that stands in a frame of ours.</summary>
    public ContentSecurityPolicy InFrames() =>
        new(Directives.Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal));

    // In ASCII, as a header must be, and without a semicolon, which no host has.
    private static string? Origin(Uri image) => WebAddress.Normalize(image) is { } address
        ? $"https://{address.Host}{(address.IsDefaultPort ? "" : $":{address.Port}")}"
        : null;
}
