using System.Globalization;
using MimeKit;

namespace Distribution.Contacts;

/// <summary>A mail address in the form the program keeps: local part as written, domain in lower-case A-labels (RFC 5321, section 4.1.2; RFC 5890).</summary>
public sealed record MailAddress
{
    private const int Longest = 254;

    private static readonly IdnMapping Idn = new() { AllowUnassigned = true, UseStd3AsciiRules = true };

    private MailAddress(string local, string domain) => (Local, Domain) = (local, domain);

    public string Local { get; }

    public string Domain { get; }

    /// <summary>What makes two addresses the same person's: letter case aside, composed Unicode.</summary>
    public string Key => ToString().ToLowerInvariant();

    /// <summary>Reads a bare address such as <c>rosa@example.org</c>; null when it is not one, or over 254 characters.</summary>
    public static MailAddress? Parse(string? text)
    {
        if (text?.Trim().Normalize() is not { Length: > 0 and <= Longest } address || address.Any(char.IsControl)) return null;
        var at = address.LastIndexOf('@');
        if (at is < 1 or > 64 || !MailboxAddress.TryParse(address, out var mailbox) || mailbox.LocalPart != address[..at]) return null;
        // MimeKit shows A-labels in Unicode.
        return Ascii(address[(at + 1)..]) is { } domain && domain == Ascii(mailbox.Domain) && domain.Contains('.', StringComparison.Ordinal)
            ? new(address[..at], domain)
            : null;
    }

    /// <summary>The address as someone who knows it recognises it and nobody else learns it: <c>r…@example.org</c>.</summary>
    public string Masked => $"{Local[0]}…@{Domain}";

    public override string ToString() => $"{Local}@{Domain}";

    private static string? Ascii(string domain)
    {
        try
        {
            return Idn.GetAscii(domain).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
