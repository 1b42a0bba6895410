using System.Globalization;
using System.Text;

namespace Distribution.Contacts.Search;

/// <summary>
/// Words in the form in which they are compared: no accents, vowel signs of Arabic and Hebrew, letter case or widths. Signs that make
/// another letter, as in Hindi, Thai or Japanese, stay. Pure.
/// </summary>
public static class Folding
{
    private const int LongestWord = 40;

    private const string Apostrophes = "'’‘ʼʻʹ`";

    /// <summary>Letters that Unicode does not take apart; the alef and other forms that Arabic and Persian keyboards differ in.</summary>
    private static readonly Dictionary<int, string> Letters =
        "ß=ss æ=ae œ=oe ø=o ł=l đ=d ð=d þ=th ħ=h ŧ=t ı=i ŋ=n ς=σ ٱ=ا ى=ي ی=ي ک=ك ة=ه".Split(' ').ToDictionary(pair => (int)pair[0], pair => pair[2..]);

    /// <summary>Ranges of signs that are left out: accents of Latin, Greek and Cyrillic, points of Hebrew, harakat and tatweel of Arabic.</summary>
    private static readonly (int First, int Last)[] Dropped =
    [
        (0x0300, 0x036F), (0x0483, 0x0487), (0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7),
        (0x0610, 0x061A), (0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC), (0x06DF, 0x06E8), (0x06EA, 0x06ED),
    ];

    /// <summary>The words of a text in their order, each once. An apostrophe joins: <c>L'Équipe</c> is <c>lequipe</c>. Long words are cut.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. Split(text, isJoined: true).Distinct()];

    /// <summary>The words, and what stands before and after an apostrophe too: <c>lequipe</c>, <c>l</c>, <c>equipe</c>.</summary>
    public static IReadOnlyList<string> WordsAndParts(string text) => [.. Split(text, isJoined: true).Concat(Split(text, isJoined: false)).Distinct()];

    private static IEnumerable<string> Split(string text, bool isJoined)
    {
        StringBuilder word = new();
        foreach (var rune in Apart(text))
        {
            if (IsDropped(rune, isJoined)) continue;
            if (IsPartOfWord(rune))
            {
                var lower = Rune.ToLowerInvariant(rune);
                word.Append(Letters.GetValueOrDefault(lower.Value) ?? lower.ToString());
            }
            else if (word.Length > 0)
            {
                yield return Cut(word);
                word.Clear();
            }
        }

        if (word.Length > 0) yield return Cut(word);
    }

    /// <summary>Characters that are no Unicode, such as half a pair, come as U+FFFD.</summary>
    private static StringRuneEnumerator Apart(string text)
    {
        StringBuilder valid = new(text.Length);
        foreach (var rune in text.EnumerateRunes()) valid.Append(rune.ToString());
        return valid.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes();
    }

    private static bool IsDropped(Rune rune, bool isJoined) =>
        (isJoined && rune.IsBmp && Apostrophes.Contains((char)rune.Value, StringComparison.Ordinal))
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || Dropped.Any(range => rune.Value >= range.First && rune.Value <= range.Last);

    private static bool IsPartOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static string Cut(StringBuilder word)
    {
        var whole = word.ToString().Normalize();
        if (whole.Length <= LongestWord) return whole;
        return char.IsHighSurrogate(whole[LongestWord - 1]) ? whole[..(LongestWord - 1)] : whole[..LongestWord];
    }
}
