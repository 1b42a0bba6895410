using System.Buffers;
using System.Text.RegularExpressions;

namespace Distribution.Platform.Addresses;

/// <summary>Whether a text is one bare address, before its two parts are looked at.</summary>
internal static partial class AddressShape
{
    private const string Pairs = "<>()[]{}''\"\"“”‘’«»";

    private static readonly SearchValues<char> Separators = SearchValues.Create(",;|/<> \"'");

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789@._-+");

    public static AddressCheck.Refused? Objection(string text)
    {
        var ats = text.AsSpan().Count('@');
        if (ats == 1 && text.AsSpan().IndexOfAnyExcept(Plain) < 0) return Sides(text);
        return Around(text) ?? (ats == 0 ? NoAt : null) ?? Several(text, ats) ?? Sides(text);
    }

    private static AddressCheck.Refused NoAt { get; } = new(AddressFault.NoAt, "has no @: an address is like rosa@example.org.");

    private static AddressCheck.Refused? Around(string text)
    {
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            return new(AddressFault.MailtoPrefix, "begins with mailto: as links do: leave that away.");
        if (IsWrapped(text)) return new(AddressFault.Wrapped, "stands in brackets or quotation marks: leave them away.");
        return text[^1] is ',' or ';' && !IsSeveral(text[..^1])
            ? new(AddressFault.TrailingSeparator, "ends with a comma or semicolon: leave it away.")
            : null;
    }

    private static AddressCheck.Refused? Several(string text, int ats)
    {
        if (text.StartsWith('"') && text.Contains("\"@", StringComparison.Ordinal))
            return new(
                AddressFault.Quoted, "has quotation marks before the @, which many mail servers do not take: ask for another address.");
        if (NamedAddress.Split(text) is not null)
            return text[^1] == '>'
                ? new(AddressFault.DisplayName, "has a name before the address: enter the address alone.")
                : new(AddressFault.Comment, "has a remark in brackets: leave it away.");
        if (IsSeveral(text)) return new(AddressFault.SeveralAddresses, "holds more than one address: enter each by itself.");
        if (ats > 1) return new(AddressFault.TwoAts, "has more than one @: leave one.");
        return Comment().IsMatch(text) ? new(AddressFault.Comment, "has a remark in brackets: leave it away.") : null;
    }

    private static AddressCheck.Refused? Sides(string text)
    {
        if (text[0] == '@')
            return new(AddressFault.NothingBeforeAt, "has nothing before the @: enter the whole address, such as rosa@example.org.");
        return text[^1] == '@' ? new(AddressFault.NothingAfterAt, "has nothing after the @: add the domain, such as example.org.") : null;
    }

    private static bool IsSeveral(string text) => text.AsSpan().Count('@') > 1 && text.AsSpan().ContainsAny(Separators);

    private static bool IsWrapped(string text)
    {
        var pair = Pairs.IndexOf(text[0], StringComparison.Ordinal);
        if (pair < 0 || pair % 2 == 1 && Pairs[pair - 1] != text[0] || text.Length < 3) return false;
        var end = Pairs[pair % 2 == 0 ? pair + 1 : pair];
        return text[^1] == end && !text.AsSpan(1, text.Length - 2).ContainsAny(text[0], end);
    }

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant)]
    internal static partial Regex Comment();
}
