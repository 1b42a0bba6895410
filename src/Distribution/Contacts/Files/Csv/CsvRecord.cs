using Distribution.Contacts.Files.Decoding;

namespace Distribution.Contacts.Files.Csv;

/// <summary>A row of a CSV file.</summary>
/// <param name="Number">Which row it is, from 1.</param>
/// <param name="Cells">Its cells as they stand, no more than a file may have columns.</param>
/// <param name="Count">How many cells it has.</param>
/// <param name="Faults">Characters in its lines that no text has.</param>
/// <param name="QuoteLost">Whether a quotation mark was opened and never closed, so that the line was taken apart as if there were none.</param>
internal sealed record CsvRecord(int Number, IReadOnlyList<string> Cells, int Count, LineFaults Faults, bool QuoteLost)
{
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}
