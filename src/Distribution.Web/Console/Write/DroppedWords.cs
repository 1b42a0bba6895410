using System.Globalization;
using Distribution.Platform.Languages;
using Distribution.Releases.Intake;

namespace Distribution.Web.Console.Write;

/// <summary>Says in the user's language what of a text was not taken over; pure.</summary>
internal static class DroppedWords
{
    private const int MostWords = 3;

    private static readonly (string Begin, string Phrase)[] Known =
    [
        ("style attribute", "dropped_style"), ("style element", "dropped_style"), ("script element", "dropped_script"),
        ("on", "dropped_script"),
        ("table layout", "dropped_layout"), ("cell over", "dropped_cells"), ("raised", "dropped_raised"), ("lowered", "dropped_raised"),
        ("emphasis", "dropped_emphasis"), ("explanation", "dropped_abbreviation"), ("image", "dropped_image"), ("img", "dropped_image"),
        ("link", "dropped_link"), ("address", "dropped_link"),
    ];

    public static IReadOnlyList<string> Say(IEnumerable<DroppedPart> dropped, Phrases words) =>
        [.. dropped.GroupBy(part => PhraseOf(part.What)).Select(parts => Say(parts.Key, [.. parts], words))];

    private static string Say(string? phrase, IReadOnlyList<DroppedPart> parts, Phrases words)
    {
        var count = parts.Sum(part => part.Count).ToString(CultureInfo.InvariantCulture);
        var what = phrase is null ? string.Join(", ", parts.Select(part => part.What)) : words[phrase];
        var examples = parts.SelectMany(part => part.Words).Distinct().Take(MostWords).ToList();
        return examples.Count == 0
            ? words.With("dropped", ("what", what), ("count", count))
            : words.With("dropped_words", ("what", what), ("count", count), ("words", string.Join(words["dropped_between"], examples)));
    }

    private static string? PhraseOf(string what) =>
        Known.Where(known => what.StartsWith(known.Begin, StringComparison.Ordinal)).Select(known => known.Phrase).FirstOrDefault();
}
