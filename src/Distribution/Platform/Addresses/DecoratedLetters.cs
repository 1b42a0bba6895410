using System.Text;

namespace Distribution.Platform.Addresses;

/// <summary>Forms of plain letters that keyboards and typesetters make: full width, ligatures, circled or mathematical letters.</summary>
/// <remarks>
/// Not everything that NFKC changes is among them: it takes apart letters that Thai, Lao and Armenian are written with.
/// </remarks>
internal static class DecoratedLetters
{
    public static bool Contains(Rune letter) => letter.Value
        is 0x00AA or 0x00B2 or 0x00B3 or 0x00B9 or 0x00BA // ª ² ³ ¹ º
        or 0x3002 // The ideographic full stop, which UTS 46 takes for a dot.
        or (>= 0x2070 and <= 0x209F) // superscripts and subscripts
        or (>= 0x2100 and <= 0x2125)
        or (>= 0x2127 and <= 0x2129)
        or (>= 0x212C and <= 0x2188) // letters as signs, but Ω, K and Å, which NFC settles
        or (>= 0x2460 and <= 0x24FF) // circled
        or (>= 0x3200 and <= 0x33FF) // enclosed and squared
        or (>= 0xFB00 and <= 0xFB1C) // ligatures
        or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) // Arabic presentation forms
        or (>= 0xFE10 and <= 0xFE19) or (>= 0xFE30 and <= 0xFE6F) // vertical and small forms
        or (>= 0xFF01 and <= 0xFFEF) // full and half width
        or (>= 0x1D400 and <= 0x1D7FF) // mathematical
        or (>= 0x1F100 and <= 0x1F1FF); // enclosed supplement

    public static string Plain(string text) => text.Normalize(NormalizationForm.FormKC).Replace('。', '.');
}
