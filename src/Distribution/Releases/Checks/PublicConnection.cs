using System.Net;
using System.Net.Sockets;

namespace Distribution.Releases.Checks;

/// <summary>
/// Connections to addresses of the public internet only. It looks at the address that is used, not at the name, which may resolve to
/// another the next time.
/// </summary>
internal static class PublicConnection
{
    public static async ValueTask<Stream> OpenAsync(DnsEndPoint place, bool alsoPrivate, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(place.Host, cancellationToken);
        IPAddress[] allowed = [.. addresses.Where(found => alsoPrivate || IsPublic(found))];
        if (allowed.Length == 0) throw new HttpRequestException(HttpRequestError.ConnectionError, "The address is not a public one.");
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, place.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether an address is none of those kept for private, local and special use (RFC 6890).</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address)) return false;
        return address.AddressFamily == AddressFamily.InterNetwork ? IsPublicV4(address.GetAddressBytes()) : IsPublicV6(address);
    }

    private static bool IsPublicV4(byte[] bytes) => bytes switch
    {
        [0 or 10 or 127, ..] => false,
        [100, >= 64 and <= 127, ..] => false,
        [169, 254, ..] => false,
        [172, >= 16 and <= 31, ..] => false,
        // Azure's platform answers virtual machines here.
        [168, 63, 129, 16] => false,
        [192, 168, ..] or [192, 0, 0, _] or [192, 0, 2, _] or [192, 88, 99, _] => false,
        [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => false,
        [>= 224, ..] => false,
        _ => true,
    };

    /// <summary>
    /// Global unicast (2000::/3) without the parts for protocols and tunnels (2001::/23), documentation (3fff::/20 too, RFC 9637), and
    /// IPv4 inside (2002::/16).
    /// </summary>
    private static bool IsPublicV6(IPAddress address) => address.GetAddressBytes() switch
    {
        [0x20, 0x01, 0x00 or 0x01, ..] or [0x20, 0x01, 0x0d, 0xb8, ..] => false,
        [0x20, 0x02, ..] => false,
        [0x3f, 0xff, < 0x10, ..] => false,
        [>= 0x20 and <= 0x3f, ..] => true,
        _ => false,
    };
}
