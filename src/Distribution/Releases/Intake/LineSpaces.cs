using System.Text;

namespace Distribution.Releases.Intake;

/// <summary>White space as browsers show it; pure.</summary>
internal static class LineSpaces
{
    private static readonly Rune Space = new(' ');

    /// <summary>
    /// A run is one space, and the ends have none. One that keeps words together stays when it is alone or stands where French has one.
    /// </summary>
    public static List<LinePart> Collapse(List<LinePart> parts)
    {
        List<LinePart> kept = new(parts.Count);
        for (var at = 0; at < parts.Count;)
        {
            var end = at;
            while (end < parts.Count && parts[end].IsSpace) end++;
            if (end > at && end < parts.Count && kept.Count > 0) kept.Add(One(kept[^1], parts[at..end], parts[end]));
            if (end < parts.Count) kept.Add(parts[end]);
            at = end + 1;
        }

        return kept;
    }

    /// <summary>
    /// A space is emphasised or leads somewhere only where both of its neighbours do: at an end it would keep the signs from meaning
    /// anything.
    /// </summary>
    private static LinePart One(LinePart before, List<LinePart> run, LinePart after)
    {
        var isFrench = before.Letter.Value == '«' || after.Letter.Value is ':' or ';' or '!' or '?' or '»';
        var letter = run.Count == 1 || isFrench
            ? run.Select(part => part.Letter).FirstOrDefault(KeepsTogether, run.Count == 1 ? run[0].Letter : Space)
            : Space;
        return new(letter, null, before.Style.Link == after.Style.Link && before.Style.IsStruck == after.Style.IsStruck
            ? before.Style with { Emphasis = before.Style.Emphasis & after.Style.Emphasis }
            : before.Style.Link == after.Style.Link ? before.Style with { Emphasis = Emphasis.None } : default);
    }

    private static bool KeepsTogether(Rune letter) => letter.Value is '\u00a0' or '\u202f';
}
