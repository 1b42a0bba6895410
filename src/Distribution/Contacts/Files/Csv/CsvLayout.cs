using Distribution.Contacts.Files.Decoding;
using Distribution.Contacts.Files.Mapping;
using Distribution.Platform.Text;

namespace Distribution.Contacts.Files.Csv;

/// <summary>How a CSV file is laid out, found from its beginning.</summary>
/// <param name="Separator">The separator of cells.</param>
/// <param name="IsNamed">Whether the first line only names the separator.</param>
/// <param name="HasHeader">Whether the first row names the columns.</param>
/// <param name="Width">How many columns there are.</param>
/// <param name="Mapping">The columns and what they are about.</param>
internal sealed record CsvLayout(char Separator, bool IsNamed, bool HasHeader, int Width, ColumnMapping Mapping)
{
    private const int SampleLength = 256 * 1024;
    private const int SampleRows = 50;

    public static async Task<CsvLayout> DetectAsync(TextReader text, CancellationToken cancellationToken)
    {
        var sample = await SampleAsync(text, cancellationToken);
        var firstLine = sample.AsSpan(0, sample.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : sample.Length);
        var named = Separators.Named(firstLine.ToString());
        var separator = named ?? await Separators.GuessAsync(sample, cancellationToken);
        using StringReader again = new(sample);
        LineReader lines = new(again);
        if (named is not null) await lines.ReadAsync(cancellationToken);
        var records = await FirstAsync(new(lines, separator), cancellationToken);
        return Detect(separator, named is not null, records);
    }

    /// <summary>The rows of the file; the header is the first that is not empty.</summary>
    public async Task<CsvReader> OpenAsync(TextReader text, CancellationToken cancellationToken)
    {
        LineReader lines = new(text);
        if (IsNamed) await lines.ReadAsync(cancellationToken);
        return new(lines, Separator);
    }

    private static CsvLayout Detect(char separator, bool isNamed, List<CsvRecord> records)
    {
        if (records.Count == 0) return new(separator, isNamed, false, 0, new() { Columns = [] });
        var first = records[0];
        var hasHeader = IsHeader(first);
        IReadOnlyList<string>[] rows = [.. records.Skip(hasHeader ? 1 : 0).Select(record => record.Cells)];
        var mapping = hasHeader
            ? ColumnMapping.Guess(Names(first.Cells), rows)
            : MappingGuess.OfNameless(Math.Min(records.Max(record => record.Count), ContactFileLimits.MostColumns), rows);
        return new(separator, isNamed, hasHeader, hasHeader ? first.Count : records.Max(record => record.Count), mapping);
    }

    private static bool IsHeader(CsvRecord first) => !first.Cells.Any(cell => CellContent.IsAddress(cell.Trim()));

    private static string[] Names(IReadOnlyList<string> cells)
    {
        Dictionary<string, int> seen = [];
        return [.. cells.Select((cell, index) =>
        {
            var name = CsvRow.Undo(cell.Trim()) is { Length: > 0 } text ? text : $"column {index + 1}";
            seen[name] = seen.GetValueOrDefault(name) + 1;
            return seen[name] == 1 ? name : $"{name} ({seen[name]})";
        })];
    }

    private static async Task<string> SampleAsync(TextReader text, CancellationToken cancellationToken)
    {
        var buffer = new char[SampleLength];
        var read = await text.ReadBlockAsync(buffer.AsMemory(), cancellationToken);
        return new(buffer, 0, read);
    }

    private static async Task<List<CsvRecord>> FirstAsync(CsvReader reader, CancellationToken cancellationToken)
    {
        List<CsvRecord> records = [];
        while (records.Count <= SampleRows && await reader.ReadAsync(cancellationToken) is { } record)
        {
            if (!record.IsEmpty) records.Add(record);
        }

        return records;
    }
}
