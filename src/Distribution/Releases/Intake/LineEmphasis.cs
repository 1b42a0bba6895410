namespace Distribution.Releases.Intake;

/// <summary>
/// Takes emphasis away where its signs would stand there as letters; pure (CommonMark 0.31, section 6.2). Afterwards no mark begins or ends
/// between punctuation inside and a letter outside, and marks lie in each other or apart.
/// </summary>
internal static class LineEmphasis
{
    public static void Settle(List<LinePart> parts, HtmlLosses losses)
    {
        foreach (var mark in new[] { Emphasis.Struck, Emphasis.Bold, Emphasis.Italic })
        {
            foreach (var (start, end) in Ranges(parts, mark)) TrimEnds(parts, mark, start, end);
        }

        foreach (var (start, end) in Ranges(parts, Emphasis.Italic).Where(range => Clashes(parts, range.Start, range.End)).ToList())
        {
            Clear(parts, Emphasis.Italic, start, end);
            losses.Add("emphasis inside a word", Words(parts, start, end));
        }

        foreach (var (start, end) in Ranges(parts, Emphasis.Struck).Where(range => SharesEnd(parts, range.Start, range.End)).ToList())
        {
            Clear(parts, Emphasis.Bold | Emphasis.Italic, start, end);
            losses.Add("emphasis in struck out words", Words(parts, start, end));
        }
    }

    private static string Words(List<LinePart> parts, int start, int end) =>
        string.Concat(parts[start..end].Select(part => part.Whole ?? part.Letter.ToString()));

    /// <summary>Signs inside and a letter outside of a struck out part: its own signs would not be read.</summary>
    private static bool SharesEnd(List<LinePart> parts, int start, int end) =>
        (parts[start].Has(Emphasis.Bold | Emphasis.Italic) && TouchesWord(parts, start - 1, start, Emphasis.Struck))
        || (parts[end - 1].Has(Emphasis.Bold | Emphasis.Italic) && TouchesWord(parts, end, start, Emphasis.Struck));

    private static List<(int Start, int End)> Ranges(List<LinePart> parts, Emphasis mark)
    {
        List<(int, int)> ranges = [];
        for (var at = 0; at < parts.Count; at++)
        {
            if (!parts[at].Has(mark)) continue;
            var start = at;
            while (Has(parts, at + 1, start, mark)) at++;
            ranges.Add((start, at + 1));
        }

        return ranges;
    }

    private static void TrimEnds(List<LinePart> parts, Emphasis mark, int start, int end)
    {
        if (parts[start].MayBePunctuation && TouchesWord(parts, start - 1, start, mark))
        {
            Clear(parts, mark, start, ++start);
            while (start < end && parts[start].IsSpace) Clear(parts, OfSpace(mark), start, ++start);
        }

        if (start < end && parts[end - 1].MayBePunctuation && TouchesWord(parts, end, start, mark))
        {
            Clear(parts, mark, --end, end + 1);
            while (start < end && parts[end - 1].IsSpace) Clear(parts, OfSpace(mark), --end, end + 1);
        }
    }

    /// <summary>A space beside the signs of a struck out part is an end of the emphasis around both.</summary>
    private static Emphasis OfSpace(Emphasis mark) =>
        mark == Emphasis.Struck ? Emphasis.Struck | Emphasis.Bold | Emphasis.Italic : mark;

    /// <summary>Signs of both marks side by side are read as one run of signs.</summary>
    private static bool Clashes(List<LinePart> parts, int start, int end)
    {
        var (before, after) = (Has(parts, start - 1, start, Emphasis.Bold), Has(parts, end, start, Emphasis.Bold));
        var isAllBold = true;
        for (var at = start; at < end && isAllBold; at++) isAllBold = parts[at].Has(Emphasis.Bold);
        var sharesEnd = (parts[start].Has(Emphasis.Bold) && !before) || (parts[end - 1].Has(Emphasis.Bold) && !after);
        return (!isAllBold && (before || after)) || (sharesEnd && (TouchesWord(parts, start - 1, start, Emphasis.Italic)
            || TouchesWord(parts, end, start, Emphasis.Italic)));
    }

    /// <summary>Whether there is a part at a place, of the same link and struck out or not as it is, that has the mark.</summary>
    private static bool Has(List<LinePart> parts, int at, int beside, Emphasis mark) =>
        IsBeside(parts, at, beside, mark) && parts[at].Has(mark);

    private static bool TouchesWord(List<LinePart> parts, int at, int beside, Emphasis mark) =>
        IsBeside(parts, at, beside, mark) && !parts[at].Separates;

    /// <summary>A struck out part holds its emphasis as a link does; what is outside stands behind its signs.</summary>
    private static bool IsBeside(List<LinePart> parts, int at, int beside, Emphasis mark) =>
        at >= 0 && at < parts.Count && parts[at].Style.Link == parts[beside].Style.Link
        && (mark == Emphasis.Struck || parts[at].Style.IsStruck == parts[beside].Style.IsStruck);

    private static void Clear(List<LinePart> parts, Emphasis mark, int start, int end)
    {
        for (var at = start; at < end; at++) parts[at] = parts[at].Without(mark);
    }
}
