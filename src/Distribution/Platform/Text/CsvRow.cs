using System.Buffers;

namespace Distribution.Platform.Text;

/// <summary>Rows of CSV (RFC 4180) that are safe to open in a spreadsheet program.</summary>
public static class CsvRow
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n");

    /// <summary>The cells as one row, its CRLF included; null is an empty cell.</summary>
    public static string Get(IEnumerable<string?> cells, CsvSeparator separator = CsvSeparator.Comma) =>
        string.Join(separator == CsvSeparator.Comma ? ',' : ';', cells.Select(cell => Quote(Disarm(cell ?? "")))) + "\r\n";

    /// <summary>The cell as it was before <see cref="Get"/> made it safe.</summary>
    public static string Undo(string cell) => cell.StartsWith('\'') && IsFormula(cell) ? cell[1..] : cell;

    private static string Disarm(string cell) => IsFormula(cell) ? "'" + cell : cell;

    // A spreadsheet program takes a cell that begins so for a formula and runs it; after an apostrophe it is text.
    // One that has its apostrophe already gets another, so that exactly one can be taken away again.
    private static bool IsFormula(string cell) => cell.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(Quoted) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
