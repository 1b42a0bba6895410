using Distribution.Contacts.Files.Decoding;

namespace Distribution.Contacts.Files.Csv;

/// <summary>
/// Rows of CSV. Our own, because a file that people made has quotation marks which nobody closed, and the rows that these would swallow are wanted:
/// the line is taken as it stands, and reading continues with the next.
/// </summary>
internal sealed class CsvReader(LineReader lines, char separator)
{
    private readonly Stack<Line> again = [];
    private int number;

    public async ValueTask<CsvRecord?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await NextAsync(cancellationToken) is not { } first) return null;
        CellSplitter splitter = new(separator);
        splitter.Add(first.Text);
        if (!splitter.IsOpen) return Record(splitter, first.Faults);
        var further = await FurtherAsync(splitter, ContactFileLimits.LongestLine - first.Text.Length, cancellationToken);
        if (splitter.IsOpen) return GiveUp(first, further);
        return Record(splitter, further.Aggregate(first.Faults, (faults, line) => faults | line.Faults));
    }

    private async Task<List<Line>> FurtherAsync(CellSplitter splitter, int room, CancellationToken cancellationToken)
    {
        List<Line> further = [];
        while (splitter is { IsOpen: true, IsLost: false } && room > 0 && further.Count < ContactFileLimits.MostLinesOfCell)
        {
            if (await NextAsync(cancellationToken) is not { } line) break;
            further.Add(line);
            room -= line.Text.Length;
            splitter.Add(line.Text);
        }

        return further;
    }

    private CsvRecord GiveUp(Line first, List<Line> further)
    {
        for (var at = further.Count - 1; at >= 0; at--) again.Push(further[at]);
        return Record(CellSplitter.Plain(first.Text, separator), first.Faults) with { QuoteLost = true };
    }

    private CsvRecord Record(CellSplitter splitter, LineFaults faults) => new(++number, splitter.Cells, splitter.Count, faults, QuoteLost: false);

    private async ValueTask<Line?> NextAsync(CancellationToken cancellationToken) =>
        again.TryPop(out var line) ? line : await lines.ReadAsync(cancellationToken);
}
