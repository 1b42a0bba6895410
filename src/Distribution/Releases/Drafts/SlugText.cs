using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Distribution.Releases.Drafts;

/// <summary>
/// Makes the last part of a web address from a headline: words of small ASCII letters and digits, joined by hyphens, up to 80 characters.
/// Accents fall away, and Cyrillic and Greek letters are written in Latin ones (after ISO 9 and ISO 843, without their marks).
/// </summary>
public static class SlugText
{
    private const int Longest = 80;

    private static readonly FrozenDictionary<char, string> Letters = Pairs(
        "ß ss", "æ ae", "œ oe", "ø o", "đ d", "ð d", "ħ h", "ı i", "ł l", "ŋ n", "þ th", "ŧ t", "ə e",
        "а a",
        "б b",
        "в v",
        "г g",
        "ґ g",
        "д d",
        "ђ d",
        "е e",
        "є ie",
        "ж zh",
        "з z",
        "ѕ dz",
        "и i",
        "і i",
        "ј j",
        "к k",
        "л l",
        "љ lj",
        "м m",
        "н n",
        "њ nj",
        "о o",
        "п p",
        "р r",
        "с s",
        "т t",
        "ћ c",
        "у u",
        "ф f",
        "х kh",
        "ц ts",
        "ч ch",
        "џ dz",
        "ш sh",
        "щ shch",
        "ъ",
        "ы y",
        "ь",
        "э e", "ю iu", "я ia",
        "α a",
        "β v",
        "γ g",
        "δ d",
        "ε e",
        "ζ z",
        "η i",
        "θ th",
        "ι i",
        "κ k",
        "λ l",
        "μ m",
        "ν n",
        "ξ x",
        "ο o",
        "π p",
        "ρ r",
        "σ s",
        "ς s",
        "τ t", "υ y", "φ f", "χ ch", "ψ ps", "ω o").ToFrozenDictionary();

    /// <summary>The slug of a headline, or null where none of its letters can be written so.</summary>
    public static string? From(string headline)
    {
        var slug = new StringBuilder();
        foreach (var letter in headline.ToLowerInvariant().Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)) slug.Append(letter);
            else if (Letters.TryGetValue(letter, out var latin)) slug.Append(latin);
            else if (!IsMark(letter) && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return Cut(slug.ToString().Trim('-')) is { Length: > 0 } text ? text : null;
    }

    private static string Cut(string slug)
    {
        if (slug.Length <= Longest) return slug;
        var end = slug.LastIndexOf('-', Longest);
        return slug[..(end > 0 ? end : Longest)];
    }

    private static bool IsMark(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark;

    private static Dictionary<char, string> Pairs(params ReadOnlySpan<string> pairs)
    {
        Dictionary<char, string> letters = [];
        foreach (var pair in pairs) letters[pair[0]] = pair[1..].Trim();
        return letters;
    }
}
