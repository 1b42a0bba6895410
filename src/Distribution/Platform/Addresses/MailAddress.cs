using System.Text;

namespace Distribution.Platform.Addresses;

/// <summary>A mail address in the form the program keeps: local part as written, domain in lower-case A-labels (RFC 5321, section 4.1.2; RFC 5890).</summary>
public sealed record MailAddress
{
    /// <summary>For <see cref="AddressParser"/>, which alone knows what an address is.</summary>
    internal MailAddress(string local, string domain) => (Local, Domain) = (local, domain);

    public string Local { get; }

    public string Domain { get; }

    /// <summary>The form in which two addresses of one person are equal: without letter case, composed Unicode.</summary>
    /// <remarks>By way of capitals, since some letters have two small forms, such as the Greek sigma.</remarks>
    public string Key => ToString().ToUpperInvariant().ToLowerInvariant().Normalize();

    /// <summary>Whether it can only be mailed through servers that offer SMTPUTF8 (RFC 6531).</summary>
    public bool IsInternational => !Ascii.IsValid(Local);

    /// <summary>Reads a bare address such as <c>rosa@example.org</c>; null when it is not one. <see cref="AddressRule"/> says why.</summary>
    public static MailAddress? Parse(string? text) => (AddressParser.Parse(text) as AddressCheck.Accepted)?.Address;

    /// <summary>The address as someone who knows it recognises it and nobody else learns it: <c>r…@example.org</c>.</summary>
    public string Masked => $"{Rune.GetRuneAt(Local, 0)}…@{Domain}";

    public override string ToString() => $"{Local}@{Domain}";
}
