using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Readers.Signups;

/// <summary>The network that a request comes from: what one subscriber has, of an IPv4 address 24 bits and of an IPv6 address 48.</summary>
internal static class ClientNetwork
{
    public static string Get(HttpContext context) => Get(context.Connection.RemoteIpAddress);

    public static string Get(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        Array.Clear(
            bytes,
            address.AddressFamily == AddressFamily.InterNetwork ? 3 : 6,
            address.AddressFamily == AddressFamily.InterNetwork ? 1 : 10);
        return new IPAddress(bytes).ToString();
    }
}
