using System.Buffers;
using System.Globalization;
using System.Text;

namespace Distribution.Platform.Addresses;

/// <summary>
/// The part before the @: the dot-string of RFC 5321, section 4.1.2, with letters, marks and numbers of any script (RFC 6531, section 3.3).
/// </summary>
internal static class LocalPart
{
    /// <summary>RFC 5321, section 4.5.3.1.1.</summary>
    private const int MostOctets = 64;

    private const string Side = "before the @";

    /// <summary>RFC 5322, section 3.2.3, and the dot.</summary>
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.");

    public static AddressCheck.Refused? Objection(string local)
    {
        if (local.Contains(' ', StringComparison.Ordinal)) return new(AddressFault.Blank, $"has a blank {Side}: delete it.");
        if (local.Contains('"', StringComparison.Ordinal))
            return new(AddressFault.Quoted, $"has quotation marks {Side}, which many mail servers do not take: ask for another address.");
        return Dots.Objection(local, Side) ?? Characters(local) ?? Length(local);
    }

    private static AddressCheck.Refused? Characters(string local)
    {
        if (!local.AsSpan().ContainsAnyExcept(Allowed)) return null;
        foreach (var letter in local.EnumerateRunes().Where(letter => !IsAllowed(letter)))
            return new(AddressFault.Character, $"has the character {letter} {Side}: write letters, digits, dots and hyphens.");
        return null;
    }

    private static bool IsAllowed(Rune letter) =>
        letter.IsAscii ? Allowed.Contains((char)letter.Value) : Rune.IsLetter(letter) || Rune.IsNumber(letter) || IsMark(letter);

    private static bool IsMark(Rune letter) => Rune.GetUnicodeCategory(letter)
        is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark;

    private static AddressCheck.Refused? Length(string local)
    {
        var octets = Encoding.UTF8.GetByteCount(local);
        return octets <= MostOctets
            ? null
            : new(AddressFault.LocalPartTooLong, $"has {octets} octets {Side}, where at most {MostOctets} may be: look for what does not belong to it.");
    }
}
