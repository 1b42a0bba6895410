using System.Buffers;
using System.Globalization;
using System.Text;

namespace Distribution.Platform.Addresses;

/// <summary>The part after the @: a domain name of at least two labels, kept in lower-case A-labels (RFC 5890).</summary>
/// <remarks>Mapped as UTS 46 says, without its transitional part.</remarks>
internal static class DomainName
{
    private const string Side = "after the @";
    private const int LongestLabel = 63;
    private const string Encoded = "xn--";

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");

    /// <summary>
    /// Names that no mail reaches: RFC 2606 and 6761, 6762, 7686, 9476. Not <c>.example</c>, which documents and tests write to.
    /// </summary>
    private static readonly HashSet<string> Reserved = ["invalid", "localhost", "test", "local", "onion", "alt"];

    /// <param name="written">The domain as it was written; not empty.</param>
    /// <param name="domain">In the form that is kept, where there is no objection.</param>
    public static AddressCheck.Refused? Objection(string written, out string domain)
    {
        domain = written;
        return Written(written) ?? Encode(written, out domain) ?? Labels(domain.Split('.'));
    }

    /// <summary>The domain as people write it.</summary>
    public static string Readable(string domain) => domain.Contains(Encoded, StringComparison.Ordinal) ? Idn.GetUnicode(domain) : domain;

    private static AddressCheck.Refused? Written(string written)
    {
        if (written[0] == '[')
            return new(AddressFault.AddressLiteral, "names a machine by its number: enter an address with a domain such as example.org.");
        if (written.Contains(' ', StringComparison.Ordinal)) return new(AddressFault.Blank, $"has a blank {Side}: delete it.");
        if (Dots.Objection(written, Side) is { } dots) return dots;
        if (written.Contains('_', StringComparison.Ordinal))
            return new(AddressFault.Underscore, $"has an underscore {Side}, which no mail domain has: look whether it is a hyphen.");
        foreach (var letter in written.Where(letter => char.IsAscii(letter) && !Plain.Contains(letter)))
            return new(AddressFault.Character, $"has the character {letter} {Side}: write letters, digits, dots and hyphens.");
        return written.Contains('.', StringComparison.Ordinal)
            ? null
            : new(AddressFault.NoDotInDomain, $"has no dot {Side}: enter the whole domain, such as example.org.");
    }

    private static AddressCheck.Refused? Encode(string written, out string domain)
    {
        domain = written.ToLowerInvariant();
        if (!written.AsSpan().ContainsAnyExcept(Plain) && !domain.Contains(Encoded, StringComparison.Ordinal)) return null;
        try
        {
            domain = Idn.GetAscii(written).ToLowerInvariant();
            // An A-label is one only if it is what its own letters become (RFC 5890, section 2.3.2.1).
            var readable = Idn.GetUnicode(domain);
            if (Idn.GetAscii(readable) == domain) return Symbol(readable);
        }
        catch (ArgumentException)
        {
        }

        return new(
            AddressFault.InternationalDomain,
            $"has something {Side} that is no domain name in any script, or is over {LongestLabel} octets between two dots: compare it "
                + "with the original.");
    }

    /// <summary>
    /// Letters, marks and digits only, and the few signs that some scripts need (RFC 5892, section 2): the platform lets through more.
    /// </summary>
    private static AddressCheck.Refused? Symbol(string readable)
    {
        foreach (var letter in readable.EnumerateRunes())
        {
            var isLetter = Rune.GetUnicodeCategory(letter) is UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.DecimalDigitNumber;
            if (isLetter || letter.Value is '-' or '.' or 0x00B7 or 0x0375 or 0x05F3 or 0x05F4 or 0x06FD or 0x06FE or 0x0F0B or 0x200C
                or 0x200D or 0x3007 or 0x30FB) continue;
            return new(
                AddressFault.InternationalDomain,
                $"has the sign {letter} {Side}, which no domain name has: compare it with the original.");
        }

        return null;
    }

    private static AddressCheck.Refused? Labels(string[] labels)
    {
        foreach (var label in labels)
        {
            if (label.Length > LongestLabel)
                return new(
                    AddressFault.LabelTooLong,
                    $"has {label.Length} octets between two dots {Side}, and at most {LongestLabel} fit: look for a missing dot.");
            if (label.StartsWith('-') || label.EndsWith('-'))
                return new(AddressFault.Hyphen, $"has a hyphen beside a dot or at an end {Side}: delete it.");
        }

        return Top(labels[^1]);
    }

    private static AddressCheck.Refused? Top(string label)
    {
        if (Reserved.Contains(label))
            return new(AddressFault.ReservedDomain, $"ends with .{label}, where no mail arrives: enter a public address.");
        var isKnown = label.StartsWith(Encoded, StringComparison.Ordinal) || (label.Length > 1 && label.All(char.IsAsciiLetter));
        return isKnown
            ? null
            : new(AddressFault.TopLevelDomain, $"ends with .{label}, which no domain does: compare it with the original.");
    }
}
