using System.Globalization;
using Markdig.Extensions.Tables;

namespace Distribution.Platform.Text;

/// <summary>
/// A table in plain text; pure. In columns where that is narrow enough to be read in any program, and else a group of lines for each row.
/// An empty cell is a dash, so that figures can be counted off where letters have different widths.
/// </summary>
internal static class PlainTable
{
    private const int Widest = 72;
    private const string Between = "  ";
    private const string Empty = "–";

    public static string Write(Table table, string colon)
    {
        var (hasHead, read) = ProseTables.Read(table);
        if (read.Count == 0) return "";
        var figures = ProseTables.FiguresIn(table, hasHead, read);
        List<List<string>> rows = [.. read.Select(row => row.Select(cell => cell.Length == 0 ? Empty : cell).ToList())];
        if (hasHead) rows[0] = [.. read[0]];
        List<int> widths = [.. figures.Select((_, column) => rows.Max(row => Width(row[column])))];
        return widths.Sum() + (Between.Length * (widths.Count - 1)) <= Widest
            ? Columns(rows, widths, figures, hasHead)
            : Groups(rows, hasHead, colon);
    }

    private static string Columns(List<List<string>> rows, List<int> widths, IReadOnlyList<bool> figures, bool hasHead)
    {
        var lines = rows.Select(row => string.Join(Between, row.Select((cell, column) => Pad(cell, widths[column], figures[column]))))
            .ToList();
        if (hasHead) lines.Insert(1, string.Join(Between, widths.Select(width => new string('-', width))));
        return string.Join('\n', lines.Select(line => line.TrimEnd()));
    }

    private static string Groups(List<List<string>> rows, bool hasHead, string colon) =>
        string.Join("\n\n", rows.Skip(hasHead ? 1 : 0).Select(row => string.Join('\n', row.Select((cell, column) =>
            hasHead && rows[0][column].Length > 0 ? $"{rows[0][column]}{colon}{cell}" : cell))));

    private static string Pad(string cell, int width, bool isFigure)
    {
        var room = new string(' ', width - Width(cell));
        return isFigure ? room + cell : cell + room;
    }

    private static int Width(string text) => new StringInfo(text).LengthInTextElements;
}
