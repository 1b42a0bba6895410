using System.Net;

namespace Distribution.Mail.Smtp;

/// <summary>Names of mail servers.</summary>
internal static class MailHost
{
    public static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
