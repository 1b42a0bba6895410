using System.Text;

namespace Distribution.Platform.Text;

/// <summary>
/// Text without characters that only machines mean something by: controls, and Unicode's noncharacters (The Unicode Standard, section
/// 23.7).
/// </summary>
public static class PrintableText
{
    /// <summary>The text with its lines, which end in <c>\n</c>.</summary>
    public static string Clean(string? text) =>
        Keep((text ?? "").ReplaceLineEndings("\n"), rune => rune.Value == '\n' || IsPrintable(rune));

    /// <summary>The text on one line, with single spaces; fit for a header.</summary>
    public static string Line(string? text) =>
        string.Join(' ', Keep(text ?? "", rune => Rune.IsWhiteSpace(rune) || IsPrintable(rune))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Keep(string text, Func<Rune, bool> wanted)
    {
        StringBuilder kept = new(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(wanted)) kept.Append(rune);
        return kept.ToString();
    }

    private static bool IsPrintable(Rune rune) => !Rune.IsControl(rune) && !IsNoncharacter(rune.Value);

    private static bool IsNoncharacter(int value) => value is >= 0xFDD0 and <= 0xFDEF || (value & 0xFFFE) == 0xFFFE;
}
