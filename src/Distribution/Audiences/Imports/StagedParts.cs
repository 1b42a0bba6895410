namespace Distribution.Audiences.Imports;

/// <summary>The parts of an import while they are written, a blob each.</summary>
internal sealed class StagedParts(ImportFiles files, string import) : IAsyncDisposable
{
    private readonly Dictionary<char, LinesWriter<StagedRow>> writers = [];

    public async Task AddAsync(StagedRow row, CancellationToken cancellationToken) =>
        await (await WriterAsync(row.Hash?[0] ?? ImportParts.Refused, cancellationToken)).WriteAsync(row);

    /// <summary>Makes parts without rows too, so that none is left from an earlier mapping.</summary>
    /// <returns>False when another run has begun to write them since: nothing is known of what they hold.</returns>
    public async Task<bool> CloseAsync(CancellationToken cancellationToken)
    {
        foreach (var part in ImportParts.All) await WriterAsync(part, cancellationToken);
        var areMine = true;
        foreach (var writer in writers.Values) areMine &= await writer.CloseAsync();
        return areMine;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in writers.Values) await writer.DisposeAsync();
    }

    private async Task<LinesWriter<StagedRow>> WriterAsync(char part, CancellationToken cancellationToken)
    {
        if (!writers.TryGetValue(part, out var writer)) writers[part] = writer = await files.StageAsync(import, part, cancellationToken);
        return writer;
    }
}
