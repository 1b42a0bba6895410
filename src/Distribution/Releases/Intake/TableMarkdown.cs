using System.Globalization;
using AngleSharp.Dom;

namespace Distribution.Releases.Intake;

/// <summary>
/// Writes a table of data as a table, each cell in its column. Tables that only place parts of a page beside each other are none. A cell
/// over several columns or rows stands in each of them, so that its row and column alone say what a value is.
/// </summary>
internal sealed class TableMarkdown(HtmlLosses losses, Func<IElement, string> line)
{
    private const int MostColumns = 50;
    private const int MostCells = 20_000;
    private const int LongestCellWithoutHead = 300;

    /// <returns>The Markdown; null for a table that is only layout.</returns>
    public string? Write(IElement table)
    {
        var rows = Rows(table);
        if (!IsData(table, rows)) return null;
        var grid = Grid(rows);
        if (grid is null || grid.Count < 2 || grid[0].Count < 2) return null;
        var heads = Math.Min(rows.TakeWhile(IsHead).Count(), grid.Count - 1);
        if (heads == 0 && (IsBold(grid[0]) || IsOverFigures(grid))) (heads, grid[0]) = (1, [.. grid[0].Select(Unbold)]);
        return Write(Head(grid, heads), grid.Skip(heads));
    }

    public static List<IElement> Rows(IElement table) =>
    [
        .. table.Children.SelectMany(part => part.LocalName == "tr" ? [part] : part.Children.Where(row => row.LocalName == "tr"))
            .OrderBy(row => row.ParentElement?.LocalName switch { "thead" => 0, "tfoot" => 2, _ => 1 }),
    ];

    private static List<IElement> Cells(IElement row) => [.. row.Children.Where(cell => cell.LocalName is "td" or "th")];

    private static bool IsHead(IElement row) =>
        row.ParentElement?.LocalName == "thead" || Cells(row).TrueForAll(cell => cell.LocalName == "th");

    private static bool IsData(IElement table, List<IElement> rows)
    {
        if (table.GetAttribute("role") is "presentation" or "none" || table.QuerySelector("table") is not null) return false;
        if (rows.Count < 2 || rows.Max(row => Cells(row).Count) < 2) return false;
        if (table.QuerySelector("h1, h2, h3, h4, h5, h6, blockquote, pre, hr, form, iframe") is not null) return false;
        return table.QuerySelector("th") is not null
            || (table.QuerySelector("img, ul, ol") is null
                && rows.SelectMany(Cells).All(cell => cell.TextContent.Length <= LongestCellWithoutHead));
    }

    /// <summary>Rows of the same length; null for a table that only spans would make so large.</summary>
    private List<List<string>>? Grid(List<IElement> rows)
    {
        List<List<string>> grid = [];
        Dictionary<(int Row, int Column), string> taken = [];
        foreach (var (number, row) in rows.Index())
        {
            var column = 0;
            foreach (var cell in Cells(row))
            {
                while (taken.ContainsKey((number, column))) column++;
                var (wide, high) = (Span(cell, "colspan"), Math.Min(Span(cell, "rowspan"), rows.Count - number));
                if (column + wide > MostColumns || taken.Count + (wide * high) > MostCells) return null;
                var words = line(cell);
                // A row of one cell is a heading between rows, and is not said again in each column.
                var isOverAll = Cells(row).Count == 1 && cell.LocalName == "td";
                if (wide * high > 1 && words.Length > 0) losses.Add("cell over several columns or rows", cell.TextContent);
                for (var down = 0; down < high; down++)
                {
                    for (var right = 0; right < wide; right++)
                        taken[(number + down, column + right)] = isOverAll && right > 0 ? "" : words;
                }

                column += wide;
            }
        }

        var columns = taken.Keys.Select(place => place.Column + 1).DefaultIfEmpty().Max();
        for (var number = 0; number < rows.Count; number++)
            grid.Add([.. Enumerable.Range(0, columns).Select(column => taken.GetValueOrDefault((number, column), ""))]);
        grid.RemoveAll(row => row.TrueForAll(cell => cell.Length == 0));
        return grid;
    }

    /// <summary>Several rows of heads as one; empty where there is none.</summary>
    private static List<string> Head(List<List<string>> grid, int heads) =>
    [
        .. grid[0].Select((_, column) => string.Join(
            ' ', grid.Take(heads).Select(row => row[column]).Where(cell => cell.Length > 0).Distinct())),
    ];

    /// <summary>Words over a column of figures are its head, whether they are marked as one or not.</summary>
    private static bool IsOverFigures(List<List<string>> grid) =>
        grid[0].Skip(1).All(cell => cell.Length > 0 && !cell.Any(char.IsDigit))
        && Enumerable.Range(1, grid[0].Count - 1).Any(column => grid.Skip(1).All(row =>
            row[column].Any(char.IsDigit) && !row[column].Any(char.IsLetter)));

    private static bool IsBold(List<string> row) =>
        row.Exists(cell => cell.Length > 0) && row.TrueForAll(cell => cell.Length == 0 || Unbold(cell) != cell);

    private static string Unbold(string cell) =>
        cell.Length > 4 && cell.StartsWith("**", StringComparison.Ordinal) && cell.EndsWith("**", StringComparison.Ordinal)
        && !cell[2..^2].Contains("**", StringComparison.Ordinal) ? cell[2..^2] : cell;

    private static string Write(List<string> head, IEnumerable<List<string>> rows) =>
        string.Join('\n', [Row(head), $"|{string.Concat(head.Select(_ => "---|"))}", .. rows.Select(Row)]);

    private static string Row(List<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span)
            ? Math.Clamp(span, 1, 1_000)
            : 1;
}
