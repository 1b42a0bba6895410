using System.Globalization;
using System.Text;
using Distribution.Platform.Addresses;

namespace Distribution.Platform.Text;

/// <summary>
/// The rule for characters that are no letters, for every way in: what they stood for is certain and put in their place, or they are named
/// with their place; pure.
/// </summary>
public static class TextCharacters
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// The text with the letters that were meant: those of Windows-1252 whose bytes were taken for others, as the numeric references of
    /// HTML are; soft breaks of word and slide programs (vertical tab, form feed, separators of lines) as line ends; the bullets of their
    /// symbol fonts. Byte order marks inside, and spaces without width where no script has them, are nothing.
    /// </summary>
    public static string Mend(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        StringBuilder mended = new(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\u200B' && !IsBesideItsScript(text, at)) continue;
            if (Meant(letter) is { } meant) mended.Append(meant);
            else mended.Append(letter);
        }

        return mended.ToString();
    }

    /// <summary>The same on one line: what ends a line there is a space.</summary>
    public static string MendLine(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        var line = string.Concat(text.Select(letter => letter is '\v' or '\f' or '\t' or '\u2028' or '\u2029' ? ' ' : letter));
        return Mend(line);
    }

    /// <summary>The first character that no text has, such as <c>U+0007 at line 2, place 5</c>; null for none.</summary>
    public static string? Stray(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return null;
        var (line, place) = (1, 1);
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var letter)) return Place($"U+{(int)text[at]:X4} (half a character)", line, place);
            if (IsStray(letter)) return Place(InvisibleCharacters.Name(letter), line, place);
            at += letter.Utf16SequenceLength;
            (line, place) = letter.Value == '\n' || (letter.Value == '\r' && (at == text.Length || text[at] != '\n'))
                ? (line + 1, 1)
                : (line, place + 1);
        }

        return null;
    }

    /// <summary>The first character that breaks or turns a line, or hides in it; null for none.</summary>
    public static string? StrayInLine(string line)
    {
        if (Stray(line) is { } stray) return stray;
        var place = 1;
        foreach (var letter in line.EnumerateRunes())
        {
            if (Deceives(letter.Value) || Rune.IsControl(letter)) return Place(InvisibleCharacters.Name(letter), 1, place);
            place++;
        }

        return null;
    }

    private static string Place(string name, int line, int place) =>
        line == 1
            ? string.Create(CultureInfo.InvariantCulture, $"{name} at place {place}")
            : string.Create(CultureInfo.InvariantCulture, $"{name} at line {line}, place {place}");

    private static string? Meant(char letter) => letter switch
    {
        '\v' or '\f' or '\u2028' => "\n",
        '\u2029' => "\n\n",
        '\uFEFF' or '\u200B' => letter == '\uFEFF' ? "" : null,
        // Bytes 81, 8D, 8F, 90 and 9D are no letters of Windows-1252.
        >= '\u0080' and <= '\u009F' when letter is not ('\u0081' or '\u008D' or '\u008F' or '\u0090' or '\u009D') =>
            Windows1252.GetString([(byte)letter]),
        '\uF0B7' or '\uF0A7' or '\uF06C' or '\uF0A8' => "•",
        '\uF0D8' or '\uF0E0' => "→",
        '\uF0FC' => "✓",
        '\uF02D' => "-",
        _ => null,
    };

    /// <summary>Khmer, Lao, Thai and Burmese mark the ends of words by it.</summary>
    private static bool IsBesideItsScript(string text, int at) =>
        (at > 0 && IsWritten(text[at - 1])) || (at + 1 < text.Length && IsWritten(text[at + 1]));

    private static bool IsWritten(char letter) =>
        letter is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF')
            or (>= '\u1950' and <= '\u1AAF');

    private static bool IsStray(Rune letter) =>
        (Rune.IsControl(letter) && letter.Value is not ('\n' or '\r' or '\t'))
        || letter.Value is (>= 0xFDD0 and <= 0xFDEF) or 0x202D or 0x202E
        || (letter.Value & 0xFFFE) == 0xFFFE;

    /// <summary>
    /// Separators of lines, changes of direction and letters without width. Joiners and direction marks stay: Persian, Indic scripts and
    /// emoji need them.
    /// </summary>
    private static bool Deceives(int letter) => letter is 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        or 0x2060 or 0xFEFF;
}
