namespace Distribution.Mail.Headers;

/// <summary>The part of a <c>mailto:</c> link behind the colon (RFC 6068, section 2).</summary>
public static class MailtoLink
{
    public static string Create(string address) => Uri.EscapeDataString(address).Replace("%40", "@", StringComparison.Ordinal);
}
