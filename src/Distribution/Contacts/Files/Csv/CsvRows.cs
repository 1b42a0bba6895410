using System.Runtime.CompilerServices;
using Distribution.Contacts.Files.Decoding;
using Distribution.Platform.Text;

namespace Distribution.Contacts.Files.Csv;

/// <summary>The contacts of a CSV file.</summary>
internal sealed class CsvRows(Stream stream, FileEncoding encoding, CsvLayout layout, ColumnMapping mapping)
{
    public async IAsyncEnumerable<ContactRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = encoding.Open(stream);
        var reader = await layout.OpenAsync(text, cancellationToken);
        var above = layout.Titles + (layout.HasHeader ? 1 : 0);
        while (await reader.ReadAsync(cancellationToken) is { } record)
        {
            if (record.IsEmpty) continue;
            if (above > 0) above--;
            else yield return Row(record);
        }
    }

    /// <summary>How many rows there are; no more than one over the limit is counted.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        using var text = encoding.Open(stream);
        var reader = await layout.OpenAsync(text, cancellationToken);
        var count = -layout.Titles - (layout.HasHeader ? 1 : 0);
        while (count <= ContactFileLimits.MostRows && await reader.ReadAsync(cancellationToken) is { } record)
            count += record.IsEmpty ? 0 : 1;
        return count;
    }

    private ContactRow Row(CsvRecord record)
    {
        RowBuilder row = new(record.Number);
        foreach (var problem in Problems(record)) row.Add(problem);
        for (var at = 0; at < Math.Min(record.Cells.Count, mapping.Columns.Count); at++)
        {
            if (mapping.Columns[at] is not { Target: { } target, Column: var column }) continue;
            row.Read(target.Field, column);
            row.Add(target, RowText.Cut(CsvRow.Undo(record.Cells[at].Trim()), column, row), column);
        }

        return row.Build();
    }

    private IEnumerable<RowProblem> Problems(CsvRecord record)
    {
        foreach (var problem in Line.Problems(record.Faults)) yield return problem;
        if (record.QuoteLost)
            yield return OfRow("A quotation mark is opened and never closed.", "the line, as if it had no quotation marks");
        var counts = $"The row has {Cells(record.Count)}, and the file has {layout.Width} columns.";
        if (record.Count < layout.Width) yield return OfRow(counts, "the cells there are");
        if (HasMore(record)) yield return OfRow(counts, $"the first {layout.Width}");
    }

    private bool HasMore(CsvRecord record) =>
        record.Cells.Skip(layout.Width).Any(cell => !string.IsNullOrWhiteSpace(cell)) || record.Count > ContactFileLimits.MostColumns;

    private static string Cells(int count) => count == 1 ? "1 cell" : $"{count} cells";

    private static RowProblem OfRow(string message, string taken) => new(RowProblem.Row, "", message, taken);
}
