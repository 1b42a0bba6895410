using System.Buffers;

namespace Distribution.Texts;

/// <summary>Rows of CSV (RFC 4180) that are safe to open in a spreadsheet program.</summary>
public static class CsvRow
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>The cells as one row, its CRLF included; null is an empty cell.</summary>
    public static string Of(IEnumerable<string?> cells) => string.Join(',', cells.Select(cell => Quote(Disarm(cell ?? "")))) + "\r\n";

    // A spreadsheet program takes a cell that begins so for a formula and runs it; after an apostrophe it is text.
    private static string Disarm(string cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + cell : cell;

    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(Quoted) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
