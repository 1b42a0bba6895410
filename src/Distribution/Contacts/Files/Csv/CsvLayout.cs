using Distribution.Contacts.Files.Decoding;
using Distribution.Contacts.Files.Mapping;
using Distribution.Platform.Text;

namespace Distribution.Contacts.Files.Csv;

/// <summary>How a CSV file is laid out, found from its beginning.</summary>
/// <param name="Separator">The separator of cells.</param>
/// <param name="IsNamed">Whether the first line only names the separator.</param>
/// <param name="HasHeader">Whether a row names the columns.</param>
/// <param name="Titles">How many rows that are not empty stand above it.</param>
/// <param name="Width">How many columns there are.</param>
/// <param name="Mapping">The columns and what they are about.</param>
internal sealed record CsvLayout(char Separator, bool IsNamed, bool HasHeader, int Titles, int Width, ColumnMapping Mapping)
{
    private const int SampleLength = 256 * 1024;
    private const int SampleRows = 50;

    /// <summary>Rows above the header with a title, a date or a remark.</summary>
    private const int MostTitles = 10;

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
        if (records.Count == 0) return new(separator, isNamed, false, 0, 0, new() { Columns = [] });
        var titles = TitlesAbove(records);
        var first = records[titles];
        var hasHeader = IsHeader(first);
        IReadOnlyList<string>[] rows = [.. records.Skip(titles + (hasHeader ? 1 : 0)).Select(record => record.Cells)];
        var mapping = hasHeader
            ? ColumnMapping.Guess(Names(first.Cells), rows)
            : MappingGuess.OfNameless(Math.Min(records.Max(record => record.Count), ContactFileLimits.MostColumns), rows);
        return new(separator, isNamed, hasHeader, titles, hasHeader ? first.Count : records.Max(record => record.Count), mapping);
    }

    /// <summary>The rows before the first that names more columns than they do, where none of them has an address.</summary>
    private static int TitlesAbove(List<CsvRecord> records)
    {
        var known = Known(records[0]);
        if (known > 1 || (records[0].Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) > 1 && known > 0)) return 0;
        for (var at = 0; at < Math.Min(records.Count, MostTitles + 1); at++)
        {
            if (!IsHeader(records[at])) return 0;
            if (Known(records[at]) > Math.Max(1, known)) return at;
        }

        return 0;
    }

    private static int Known(CsvRecord record) => record.Cells.Count(cell => HeaderNames.Find(cell.Trim()) is not null);

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
