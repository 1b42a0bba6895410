using System.Net;
using System.Net.Sockets;

namespace Distribution.Releases.Checks;

/// <summary>Connections to addresses of the public internet only. It looks at the address that is used, not at the name, which may resolve to another the next time.</summary>
internal static class PublicConnection
{
    public static async ValueTask<Stream> OpenAsync(DnsEndPoint place, bool alsoPrivate, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(place.Host, cancellationToken);
        var address = addresses.FirstOrDefault(found => alsoPrivate || IsPublic(found))
            ?? throw new HttpRequestException(HttpRequestError.ConnectionError, "The address is not a public one.");
        Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, place.Port, cancellationToken);
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
        [192, 168, ..] or [192, 0, 0, _] or [192, 0, 2, _] => false,
        [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => false,
        [>= 224, ..] => false,
        _ => true,
    };

    /// <summary>Global unicast (2000::/3) without the parts for documentation and for IPv4 inside.</summary>
    private static bool IsPublicV6(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        return bytes[0] >> 5 == 1 && !(bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0d && bytes[3] == 0xb8) && !(bytes[0] == 0x20 && bytes[1] == 0x02);
    }
}
