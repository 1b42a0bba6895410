using System.Text.RegularExpressions;

namespace Distribution.Platform.Addresses;

/// <summary>Guesses the address that was meant by a text that is none. It is only ever shown.</summary>
internal static partial class AddressRepairs
{
    /// <returns>The text without this fault, or null where only the author knows.</returns>
    public static string? Find(AddressFault fault, string text) => fault switch
    {
        AddressFault.InvisibleCharacter => InvisibleCharacters.Without(text),
        AddressFault.DecoratedLetter => DecoratedLetters.Plain(text),
        AddressFault.MailtoPrefix => AddressText.Trim(text)["mailto:".Length..].Split('?')[0],
        AddressFault.TrailingSeparator => AddressText.Trim(text).TrimEnd(',', ';'),
        AddressFault.Wrapped => AddressText.Trim(text)[1..^1],
        AddressFault.DisplayName => NamedAddress.Split(text.Normalize())?.Address,
        AddressFault.Comment => AddressShape.Comment().Replace(text, ""),
        AddressFault.NoAt => Dot().Replace(At().Replace(text, "@"), "."),
        AddressFault.TwoAts => Ats().Replace(text, "@"),
        AddressFault.Quoted => text.Replace("\"", "", StringComparison.Ordinal),
        AddressFault.Blank => Gap().Replace(text, "$1"),
        AddressFault.LeadingDot or AddressFault.TrailingDot or AddressFault.DoubleDot => WithoutSpareDots(AddressText.Trim(text)),
        AddressFault.Character => Typewritten(text),
        AddressFault.NoDotInDomain or AddressFault.TopLevelDomain => WithKnownDomain(AddressText.Trim(text)),
        _ => null,
    };

    private static string WithoutSpareDots(string text) => DotsAtEdges().Replace(SeveralDots().Replace(text, "."), "$1");

    /// <summary>Word processors' replacements for an apostrophe and a hyphen, and a comma in the place of a dot.</summary>
    private static string Typewritten(string text) =>
        string.Concat(text.Select(letter => letter switch
        {
            '’' or '‘' => '\'',
            '‐' or '‑' or '–' => '-',
            ',' => '.',
            _ => letter,
        }));

    private static string? WithKnownDomain(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return DomainTypo.Find(text[(at + 1)..].ToLowerInvariant()) is { } domain ? $"{text[..at]}@{domain}" : null;
    }

    [GeneratedRegex(@"\s*[\[({]\s*(?:at|arroba|arobase)\s*[\])}]\s*|\s+(?:at|arroba|arobase)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex At();

    [GeneratedRegex(@"\s*[\[({]\s*(?:dot|point|punto|ponto)\s*[\])}]\s*|\s+(?:dot|point|punto|ponto)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dot();

    [GeneratedRegex("@{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Ats();

    [GeneratedRegex(@" *([@.]) *", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\.{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex SeveralDots();

    [GeneratedRegex(@"^\.|\.$|\.?(@)\.?", RegexOptions.CultureInvariant)]
    private static partial Regex DotsAtEdges();
}
