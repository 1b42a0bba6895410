using Distribution.Contacts.Files;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Security;

namespace Distribution.Audiences.Imports;

/// <summary>Reads the file once, holds each row against the rules, and sorts the rows into parts.</summary>
public sealed class StageImport(ImportFiles files, OutletStore outlets, AddressHash hash, TimeProvider clock)
{
    /// <returns>How many rows there are, and the outlets that are new.</returns>
    public async Task<(int Rows, IReadOnlyCollection<Outlet> Outlets)> RunAsync(Import import, CancellationToken cancellationToken)
    {
        var settings = import.Settings!;
        await using var stream = await files.OpenAsync(import.Id, cancellationToken);
        var opened = await ContactFile.OpenAsync(stream, import.FileName, settings.Mapping, cancellationToken);
        if (opened is not ContactFileResult.Opened { File: var file })
            throw new InvalidOperationException($"Import {import.Id} could be read when it was uploaded, and now it cannot.");
        OutletBook book = new(await KnownOutletsAsync(cancellationToken), settings.OutletType);
        DraftRule rule = new(settings, book, hash, clock.GetUtcNow());
        await using StagedParts parts = new(files, import.Id);
        var rows = 0;
        await foreach (var row in file.RowsAsync(cancellationToken))
        {
            await parts.AddAsync(rule.Of(row), cancellationToken);
            rows++;
        }

        await parts.CloseAsync(cancellationToken);
        return (rows, book.New);
    }

    private async Task<List<Outlet>> KnownOutletsAsync(CancellationToken cancellationToken) =>
        await outlets.AllAsync(cancellationToken).Select(outlet => outlet.Value).ToListAsync(cancellationToken);
}
