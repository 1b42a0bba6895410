using System.Text;

namespace Distribution.Platform.Addresses;

/// <summary>Domains that look like another because of letters of another script (Unicode technical report 36, section 2).</summary>
internal static class LookAlike
{
    /// <summary>Cyrillic letters that a reader takes for Latin ones.</summary>
    private const string CyrillicAsLatin = "асеорхуіјѕһԁԛԝӏ";

    private enum Script
    {
        Other,
        Latin,
        Greek,
        Cyrillic,
        Armenian,
        Cherokee,
    }

    public static bool Is(string domain)
    {
        var labels = DomainName.Readable(domain).Split('.');
        return labels.Any(IsMixed) || (char.IsAscii(labels[^1][0]) && labels.Any(IsDisguised));
    }

    /// <summary>Whether letters of two scripts that share shapes stand in one label. Latin beside Japanese, say, is common.</summary>
    private static bool IsMixed(string label) =>
        label.EnumerateRunes().Select(Get).Where(script => script != Script.Other).Distinct().Count() > 1;

    private static bool IsDisguised(string label) =>
        label.Any(letter => CyrillicAsLatin.Contains(letter))
            && label.All(letter => !char.IsLetter(letter) || CyrillicAsLatin.Contains(letter));

    private static Script Get(Rune letter) => letter.Value switch
    {
        _ when !Rune.IsLetter(letter) => Script.Other,
        <= 0x024F or (>= 0x1E00 and <= 0x1EFF) => Script.Latin,
        (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF) => Script.Greek,
        >= 0x0400 and <= 0x052F => Script.Cyrillic,
        >= 0x0530 and <= 0x058F => Script.Armenian,
        (>= 0x13A0 and <= 0x13FF) or (>= 0xAB70 and <= 0xABBF) => Script.Cherokee,
        _ => Script.Other,
    };
}
