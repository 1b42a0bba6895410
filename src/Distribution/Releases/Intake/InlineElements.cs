namespace Distribution.Releases.Intake;

/// <summary>Elements in a line that say nothing by themselves, so that their words are all there is to take over; pure.</summary>
internal static class InlineElements
{
    private static readonly HashSet<string> Silent =
    [
        "a", "abbr", "acronym", "b", "bdi", "big", "cite", "data", "dfn", "del", "em", "font", "i", "label", "nobr", "output", "picture",
        "rb", "rbc", "rp", "rtc", "ruby", "s", "slot", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "var", "wbr",
        "html", "head", "track", "param", "col", "colgroup", "area",
    ];

    /// <summary>Whether its meaning is in its words, in the style that they have here, or nowhere.</summary>
    public static bool AreKnown(string name) => Silent.Contains(name);
}
