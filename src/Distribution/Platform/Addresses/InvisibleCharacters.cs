using System.Globalization;
using System.Text;

namespace Distribution.Platform.Addresses;

/// <summary>Characters that a person does not see, and so does not know that they came along when an address was copied.</summary>
internal static class InvisibleCharacters
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [0x0000] = "null",
        [0x0007] = "bell",
        [0x0008] = "backspace",
        [0x0009] = "tab",
        [0x000A] = "line feed",
        [0x000B] = "vertical tab",
        [0x000C] = "form feed",
        [0x000D] = "carriage return",
        [0x001B] = "escape",
        [0x007F] = "delete",
        [0x00A0] = "no-break space",
        [0x00AD] = "soft hyphen",
        [0x034F] = "combining grapheme joiner",
        [0x061C] = "Arabic letter mark",
        [0x200B] = "zero width space",
        [0x200C] = "zero width non-joiner",
        [0x200D] = "zero width joiner",
        [0x200E] = "left-to-right mark",
        [0x200F] = "right-to-left mark",
        [0x2028] = "line separator",
        [0x2029] = "paragraph separator",
        [0x202A] = "left-to-right embedding",
        [0x202B] = "right-to-left embedding",
        [0x202C] = "pop directional formatting",
        [0x202D] = "left-to-right override",
        [0x202E] = "right-to-left override",
        [0x202F] = "narrow no-break space",
        [0x2060] = "word joiner",
        [0x2066] = "left-to-right isolate",
        [0x2067] = "right-to-left isolate",
        [0x2068] = "first strong isolate",
        [0x2069] = "pop directional isolate",
        [0x3000] = "ideographic space",
        [0x3164] = "Hangul filler",
        [0xFE0F] = "variation selector",
        [0xFEFF] = "byte order mark",
    };

    public static bool Contains(Rune letter) =>
        letter.Value != ' ' && (IsBlank(Rune.GetUnicodeCategory(letter)) || IsIgnorable(letter.Value));

    /// <summary>Such as <c>U+200B (zero width space)</c>.</summary>
    public static string Name(Rune letter) =>
        Names.TryGetValue(letter.Value, out var name) ? $"U+{letter.Value:X4} ({name})" : $"U+{letter.Value:X4}";

    public static string Without(string text) => string.Concat(text.EnumerateRunes().Where(letter => !Contains(letter)));

    private static bool IsBlank(UnicodeCategory category) => category
        is UnicodeCategory.Control
        or UnicodeCategory.Format
        or UnicodeCategory.SpaceSeparator
        or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator;

    /// <summary>
    /// Fillers and selectors that count as letters or marks (Default_Ignorable_Code_Point of Unicode), and the empty Braille pattern.
    /// </summary>
    private static bool IsIgnorable(int letter) => letter
        is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0
        or (>= 0x180B and <= 0x180F)
        or (>= 0xFE00 and <= 0xFE0F)
        or (>= 0xE0000 and <= 0xE0FFF);
}
