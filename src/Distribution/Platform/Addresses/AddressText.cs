using System.Text;

namespace Distribution.Platform.Addresses;

/// <summary>Rules for every character of an address, in any place.</summary>
internal static class AddressText
{
    /// <summary>Names may stand beside an address; whatever is longer is no address and not worth a look.</summary>
    public const int Longest = 1_000;

    public static string Trim(string? text) => (text ?? "").Trim(' ', '\t', '\r', '\n');

    public static AddressCheck.Refused? Objection(string text)
    {
        if (text.Length == 0) return new(AddressFault.Empty, "is required: enter an address such as rosa@example.org.");
        if (text.Length > Longest) return new(AddressFault.TooLong, "is longer than any address: look for what does not belong to it.");
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return null;
        if (Find(text, letter => letter is null || IsNoCharacter(letter.Value)) is { } half)
            return new(AddressFault.BrokenText, $"has something at place {half.Place} that is no character: enter the address again.");
        if (Find(text, letter => InvisibleCharacters.Contains(letter!.Value)) is { } invisible)
            return new(
                AddressFault.InvisibleCharacter,
                $"has an invisible character at place {invisible.Place}, {InvisibleCharacters.Name(invisible.Letter)}: delete it.");
        if (Find(text, letter => DecoratedLetters.Contains(letter!.Value)) is { } decorated)
            return new(
                AddressFault.DecoratedLetter,
                $"has a wide, joined or ornamental character at place {decorated.Place}, U+{decorated.Letter.Value:X4}: use plain letters.");
        return null;
    }

    /// <summary>The first such letter, which is null for half a surrogate pair, and its place counted from 1.</summary>
    private static (int Place, Rune Letter)? Find(string text, Func<Rune?, bool> isMeant)
    {
        for (var at = 0; at < text.Length;)
        {
            Rune? letter = Rune.TryGetRuneAt(text, at, out var whole) ? whole : null;
            if (isMeant(letter)) return (at + 1, whole);
            at += whole.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>The 66 code points that never become characters (Unicode, section 23.7) and cannot be normalised, and the sign for one that was lost.</summary>
    public static bool IsNoCharacter(Rune letter) =>
        (letter.Value & 0xFFFE) == 0xFFFE || letter.Value is >= 0xFDD0 and <= 0xFDEF || letter == Rune.ReplacementChar;
}
