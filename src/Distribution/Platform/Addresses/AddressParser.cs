using System.Text;

namespace Distribution.Platform.Addresses;

/// <summary>
/// The one reader of mail addresses: the mailbox of RFC 5321, section 4.1.2, with the letters of RFC 6531, and without what no contact has.
/// </summary>
internal static class AddressParser
{
    /// <summary>RFC 5321, section 4.5.3.1.3: a path has 256 octets, two of them brackets.</summary>
    private const int MostOctets = 254;

    /// <returns>The address without findings, or the first fault without a suggestion.</returns>
    public static AddressCheck Parse(string? text)
    {
        var trimmed = AddressText.Trim(text);
        if (AddressText.Objection(trimmed) is { } unreadable) return unreadable;
        var address = trimmed.Normalize();
        if (AddressShape.Objection(address) is { } shape) return shape;
        var at = address.IndexOf('@', StringComparison.Ordinal);
        var local = address[..at];
        if (LocalPart.Objection(local) is { } name) return name;
        if (DomainName.Objection(address[(at + 1)..], out var domain) is { } place) return place;
        return Fit(new(local, domain));
    }

    private static AddressCheck Fit(MailAddress address)
    {
        var octets = Encoding.UTF8.GetByteCount(address.Local) + 1 + address.Domain.Length;
        return octets <= MostOctets
            ? new AddressCheck.Accepted(address, [])
            : new AddressCheck.Refused(
                AddressFault.TooLong,
                $"has {octets} octets, and an address has at most {MostOctets}: look for what does not belong to it.");
    }
}
