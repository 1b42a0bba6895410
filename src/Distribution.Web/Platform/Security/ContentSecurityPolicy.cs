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

    // In ASCII, as a header must be, and without a semicolon, which no host has.
    private static string? Origin(Uri image) => WebAddress.Normalize(image) is { } address
        ? $"https://{address.Host}{(address.IsDefaultPort ? "" : $":{address.Port}")}"
        : null;
}
