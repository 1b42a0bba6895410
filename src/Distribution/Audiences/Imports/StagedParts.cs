namespace Distribution.Audiences.Imports;

/// <summary>The parts of an import while one run writes them, a blob each.</summary>
internal sealed class StagedParts(ImportFiles files, string import, string staging) : IAsyncDisposable
{
    private readonly Dictionary<char, LinesWriter<StagedRow>> writers = [];

    public async Task AddAsync(StagedRow row, CancellationToken cancellationToken) =>
        await (await WriterAsync(row.Hash?[0] ?? ImportParts.Refused, cancellationToken)).WriteAsync(row);

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in writers.Values) await writer.DisposeAsync();
    }

    private async Task<LinesWriter<StagedRow>> WriterAsync(char part, CancellationToken cancellationToken)
    {
        if (!writers.TryGetValue(part, out var writer))
            writers[part] = writer = await files.StageAsync(import, staging, part, cancellationToken);
        return writer;
    }
}
