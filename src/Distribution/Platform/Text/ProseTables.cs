using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Distribution.Platform.Text;

/// <summary>
/// Writes tables as HTML: figures stand on the right, a head without words is none, and what is too wide for a telephone moves in its own
/// box.
/// </summary>
internal sealed partial class ProseTables : IMarkdownExtension
{
    /// <summary>Class of the box around a table.</summary>
    public const string Box = "table";

    /// <summary>Class of a cell in a column of figures.</summary>
    public const string Figure = "figure";

    /// <summary>Columns that a telephone has room for; the box of more can be moved by keyboard.</summary>
    private const int Narrow = 4;

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html) html.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new Renderer());
    }

    /// <summary>Its rows of cells as text, each as long as the longest, and whether the first is a head.</summary>
    public static (bool HasHead, IReadOnlyList<IReadOnlyList<string>> Rows) Read(Table table)
    {
        List<List<string>> rows =
            [.. table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(PlainTextWriter.Line).ToList())];
        var columns = rows.Select(row => row.Count).DefaultIfEmpty().Max();
        foreach (var row in rows) row.AddRange(Enumerable.Repeat("", columns - row.Count));
        var hasHead = table.FirstOrDefault() is TableRow { IsHeader: true };
        if (hasHead && rows[0].TrueForAll(cell => cell.Length == 0))
        {
            rows.RemoveAt(0);
            hasHead = false;
        }

        // The library gives a table one column more where a row ends with an empty one.
        while (columns > 1 && rows.TrueForAll(row => row[columns - 1].Length == 0))
        {
            columns--;
            rows.ForEach(row => row.RemoveAt(columns));
        }

        return (hasHead, rows);
    }

    /// <summary>By column, whether it is aligned to the right: where the author says so, or all that it has are figures.</summary>
    public static IReadOnlyList<bool> FiguresIn(Table table, bool hasHead, IReadOnlyList<IReadOnlyList<string>> rows) =>
    [
        .. Enumerable.Range(0, rows.Select(row => row.Count).DefaultIfEmpty().Max()).Select(column =>
            (column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null) switch
            {
                TableColumnAlign.Right => true,
                null => column > 0 && AreFigures(rows.Skip(hasHead ? 1 : 0).Select(row => row[column])),
                _ => false,
            }),
    ];

    private static bool AreFigures(IEnumerable<string> cells)
    {
        var any = false;
        foreach (var cell in cells)
        {
            if (FigureForm().IsMatch(cell)) any = true;
            else if (!NoFigureForm().IsMatch(cell)) return false;
        }

        return any;
    }

    /// <summary>Such as <c>1,234.5</c>, <c>−7 %</c>, <c>US$ 30 m</c>, <c>(12)</c> or <c>1 250¹</c>.</summary>
    [GeneratedRegex(
        @"^[~≈<>≤≥+\-−–(\s]*(?:\p{Lu}{0,3}\p{Sc}|\p{Lu}{3}\s)?\s*\d[\d.,'’/:\s]*\s?(?:[%‰]|\p{Sc}|\p{L}{1,3}[²³]?)?[⁰¹²³⁴-⁹*†)]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex FigureForm();

    /// <summary>The words for a figure that is not there.</summary>
    [GeneratedRegex(@"^(?:[-–—.…*]{0,3}|n/?[ad]|n\. ?[ad]\.)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoFigureForm();

    private sealed class Renderer : HtmlObjectRenderer<Table>
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            var (hasHead, rows) = Read(table);
            if (rows.Count == 0) return;
            var figures = FiguresIn(table, hasHead, rows);
            renderer.EnsureLine();
            renderer.Write($"<div class=\"{Box}\"");
            if (figures.Count > Narrow) renderer.Write(" tabindex=\"0\"");
            renderer.WriteLine("><table>");
            var lines = table.OfType<TableRow>().Skip(table.Count - rows.Count).ToList();
            if (hasHead)
            {
                renderer.WriteLine("<thead>");
                WriteRow(renderer, lines[0], figures);
                renderer.WriteLine("</thead>");
            }

            renderer.WriteLine("<tbody>");
            foreach (var line in lines.Skip(hasHead ? 1 : 0)) WriteRow(renderer, line, figures);
            renderer.WriteLine("</tbody>");
            renderer.WriteLine("</table></div>");
        }

        private static void WriteRow(HtmlRenderer renderer, TableRow row, IReadOnlyList<bool> figures)
        {
            renderer.WriteLine("<tr>");
            for (var column = 0; column < figures.Count; column++)
            {
                renderer.Write(row.IsHeader ? "<th scope=\"col\"" : "<td");
                renderer.Write(figures[column] ? $" class=\"{Figure}\">" : ">");
                if (column < row.Count) WriteInside(renderer, (TableCell)row[column]);
                renderer.WriteLine(row.IsHeader ? "</th>" : "</td>");
            }

            renderer.WriteLine("</tr>");
        }

        private static void WriteInside(HtmlRenderer renderer, TableCell cell)
        {
            var before = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = true;
            renderer.WriteChildren(cell);
            renderer.ImplicitParagraph = before;
        }
    }
}
