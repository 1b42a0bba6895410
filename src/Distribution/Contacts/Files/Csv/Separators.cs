using System.Text.RegularExpressions;
using Distribution.Contacts.Files.Decoding;
using Distribution.Contacts.Files.Mapping;

namespace Distribution.Contacts.Files.Csv;

/// <summary>Finds what separates the cells of a file.</summary>
internal static partial class Separators
{
    private const int MostRows = 20;

    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>
    /// The separator that a first line like <c>sep=;</c> names, as spreadsheet programs write it; null for any other line.
    /// </summary>
    public static char? Named(string line) => Sep().Match(line) is { Success: true } match ? match.Groups[1].Value[0] : null;

    /// <summary>
    /// The separator with which most rows have as many cells as the first; of several, the one that gives the most known columns.
    /// </summary>
    public static async Task<char> GuessAsync(string sample, CancellationToken cancellationToken)
    {
        var (best, most) = (',', 0.0);
        foreach (var candidate in Candidates)
        {
            var score = Score(await ReadAsync(sample, candidate, cancellationToken));
            if (score > most) (best, most) = (candidate, score);
        }

        return best;
    }

    private static double Score(List<CsvRecord> records)
    {
        if (records.Count == 0) return 0;
        // A title may stand above the names of the columns.
        var head = Known(records[0]) > 0 || records[0].Count > 1 ? records[0] : records.Find(record => Named(record) > 1) ?? records[0];
        if (head.Count < 2) return 0;
        var even = records.Count(record => record.Count == head.Count) / (double)records.Count;
        return even + Known(head) + (Math.Min(head.Count, 50) / 100.0);
    }

    private static int Named(CsvRecord record) => record.Cells.Count(cell => HeaderNames.Find(cell.Trim()) is not null);

    private static int Known(CsvRecord record) =>
        record.Cells.Count(cell => HeaderNames.Find(cell) is not null || CellContent.IsAddress(cell.Trim()));

    private static async Task<List<CsvRecord>> ReadAsync(string sample, char separator, CancellationToken cancellationToken)
    {
        using StringReader text = new(sample);
        CsvReader reader = new(new LineReader(text), separator);
        List<CsvRecord> records = [];
        while (records.Count < MostRows && await reader.ReadAsync(cancellationToken) is { } record)
        {
            if (!record.IsEmpty) records.Add(record);
        }

        return records;
    }

    [GeneratedRegex("""^\s*"?sep=(.)"?[,;\s]*$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sep();
}
