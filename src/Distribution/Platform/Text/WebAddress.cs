using System.Globalization;
using System.Text;
using Distribution.Platform.Addresses;

namespace Distribution.Platform.Text;

/// <summary>Web addresses whose host is in ASCII, as DNS, headers and mail programs know it; pure.</summary>
public static class WebAddress
{
    private static readonly IdnMapping Idn = new();

    public static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;

    /// <summary>
    /// The address with its host in A-labels (RFC 5890), without letters that nobody sees; the very same where nothing is to be changed.
    /// </summary>
    /// <returns>Null where the host is no domain name in any script. Its <see cref="Uri.IdnHost"/> would throw.</returns>
    public static Uri? Normalize(Uri address)
    {
        if (address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || Ascii.IsValid(address.Host)) return address;
        var host = Encode(address.Host) ?? Encode(InvisibleCharacters.Without(address.Host));
        return host is null ? null : new UriBuilder(address) { Host = host }.Uri;
    }

    /// <summary>A web address as it was written, normalised; null for anything else.</summary>
    public static Uri? Parse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && IsWeb(address) ? Normalize(address) : null;

    private static string? Encode(string host)
    {
        try
        {
            return Idn.GetAscii(host) is { Length: > 0 } encoded && Uri.CheckHostName(encoded) != UriHostNameType.Unknown ? encoded : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
