using System.Runtime.InteropServices;
using System.Text;

namespace Distribution.Releases.Intake;

/// <summary>Writes a line: a link holds struck out words, they hold emphasis, and of two marks the longer holds the other.</summary>
internal static class LineMarkdown
{
    public static string Write(List<LinePart> written, HtmlLosses losses)
    {
        var parts = LineAddresses.Mark(LineSpaces.Collapse(LineHeights.Level(written, losses)));
        LineEmphasis.Settle(parts, losses);
        StringBuilder line = new();
        for (var rest = CollectionsMarshal.AsSpan(parts); rest.Length > 0;)
        {
            var link = rest[0].Style.Link;
            var length = 1;
            while (length < rest.Length && rest[length].Style.Link == link) length++;
            var words = WriteStruck(rest[..length]);
            // Before a link it would make an image of it.
            if (link is not null && line.Length > 0 && line[^1] == '!') line.Insert(line.Length - 1, '\\');
            line.Append(link is null ? words : $"[{words}](<{link}>)");
            rest = rest[length..];
        }

        return line.ToString();
    }

    private static string WriteStruck(ReadOnlySpan<LinePart> parts)
    {
        StringBuilder line = new();
        for (var rest = parts; rest.Length > 0;)
        {
            var isStruck = rest[0].Style.IsStruck;
            var length = 1;
            while (length < rest.Length && rest[length].Style.IsStruck == isStruck) length++;
            var words = Write(rest[..length], isStruck ? Emphasis.Struck : Emphasis.None);
            line.Append(isStruck ? $"~~{words}~~" : words);
            rest = rest[length..];
        }

        return line.ToString();
    }

    private static string Write(ReadOnlySpan<LinePart> parts, Emphasis around)
    {
        StringBuilder line = new();
        for (var at = 0; at < parts.Length;)
        {
            var mark = Longer(parts[at..], around);
            var end = at + 1;
            while (end < parts.Length && (mark == Emphasis.None ? (parts[end].Style.Emphasis & ~around) == 0 : parts[end].Has(mark))) end++;
            var isBesideBold = (around & ~Emphasis.Struck) == Emphasis.None
                ? parts[at].Has(Emphasis.Bold) || parts[end - 1].Has(Emphasis.Bold)
                : at == 0 || end == parts.Length;
            line.Append(mark == Emphasis.None ? Words(parts[at..end]) : Surround(Write(parts[at..end], around | mark), mark, isBesideBold));
            at = end;
        }

        return line.ToString();
    }

    private static Emphasis Longer(ReadOnlySpan<LinePart> parts, Emphasis around)
    {
        var pending = parts[0].Style.Emphasis & ~around;
        if (pending != (Emphasis.Bold | Emphasis.Italic)) return pending;
        var at = 0;
        while (at < parts.Length && parts[at].Has(Emphasis.Bold) && parts[at].Has(Emphasis.Italic)) at++;
        return at < parts.Length && parts[at].Has(Emphasis.Italic) ? Emphasis.Italic : Emphasis.Bold;
    }

    /// <summary>The other sign, where signs of both marks stand side by side.</summary>
    private static string Surround(string words, Emphasis mark, bool isBesideBold) =>
        mark == Emphasis.Bold ? $"**{words}**" : isBesideBold ? $"_{words}_" : $"*{words}*";

    private static string Words(ReadOnlySpan<LinePart> parts)
    {
        StringBuilder line = new();
        for (var at = 0; at < parts.Length;)
        {
            var (start, first) = (at, parts[at++]);
            if (first is { Whole: not null, IsCode: false })
            {
                line.Append(first.Whole);
                continue;
            }

            // Code beside code is one: the backticks of both would be.
            while (at < parts.Length && (first.IsCode ? parts[at].IsCode : parts[at].Whole is null)) at++;
            var words = Join(parts[start..at]);
            // Some renderers count an escaped backtick with those after it.
            if (first.IsCode && line.Length > 0 && line[^1] == '`') line.Remove(line.Length - 2, 2).Append("&#96;");
            line.Append(first.IsCode ? MarkdownText.Code(words) : MarkdownText.Escape(words));
        }

        return line.ToString();
    }

    private static string Join(ReadOnlySpan<LinePart> parts)
    {
        StringBuilder words = new(parts.Length);
        foreach (var part in parts)
        {
            if (part.Whole is null) words.Append(part.Letter);
            else words.Append(part.Whole);
        }

        return words.ToString();
    }
}
