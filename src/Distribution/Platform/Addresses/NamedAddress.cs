using System.Text;
using System.Text.RegularExpressions;

namespace Distribution.Platform.Addresses;

/// <summary>A name and the address beside it: the name-addr of RFC 5322, section 3.4, or the older form with the name in brackets behind.</summary>
/// <param name="Name">Without its quotation marks; null where it is empty, or the address once more.</param>
/// <param name="Address">The text in the place of the address, valid or not.</param>
internal sealed partial record NamedAddress(string? Name, string Address)
{
    /// <summary>Null where no name stands beside one address.</summary>
    public static NamedAddress? Split(string? text)
    {
        var whole = AddressText.Trim(text);
        if (whole.Length > AddressText.Longest) return null;
        if (whole.EndsWith('>') && whole.LastIndexOf('<') is >= 0 and var open) return New(whole[..open], whole[(open + 1)..^1]);
        return whole.EndsWith(')') && whole.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket && whole[..bracket].Contains('@', StringComparison.Ordinal)
            ? New(whole[(bracket + 1)..^1], whole[..bracket])
            : null;
    }

    private static NamedAddress? New(string before, string inside)
    {
        var (name, address) = (Unquote(Clean(before)), inside.Trim());
        if (name.Equals(address, StringComparison.OrdinalIgnoreCase)) return new(null, address);
        // An address in the name would be lost, a handle would not.
        return AnAddress().IsMatch(name) || name.AsSpan().ContainsAny('<', '>') ? null : new(name.Length == 0 ? null : name, address);
    }

    /// <summary>One line of characters that there are.</summary>
    private static string Clean(string name) =>
        string.Concat(name.EnumerateRunes().Select(letter => Rune.IsControl(letter) || AddressText.IsNoCharacter(letter) ? new(' ') : letter)).Normalize().Trim();

    private static string Unquote(string name) =>
        name.Length > 1 && name[0] is '"' or '\'' && name[^1] == name[0] ? Escape().Replace(name[1..^1], "$1").Trim() : name;

    [GeneratedRegex(@"[^\s@]@[^\s@]", RegexOptions.CultureInvariant)]
    private static partial Regex AnAddress();

    [GeneratedRegex(@"\\(.)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
