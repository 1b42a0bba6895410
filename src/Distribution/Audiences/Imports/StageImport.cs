using Distribution.Contacts.Files;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Security;

namespace Distribution.Audiences.Imports;

/// <summary>Reads the file once, holds each row against the rules, and sorts the rows into parts.</summary>
public sealed class StageImport(ImportFiles files, OutletStore outlets, AddressHash hash, TimeProvider clock)
{
    private const int MostLists = 500;

    /// <param name="import">The import.</param>
    /// <param name="staging">The run that stages it; its parts count once the import names it.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<StagedFile> RunAsync(Import import, string staging, CancellationToken cancellationToken)
    {
        var settings = import.Settings!;
        await using var stream = await files.OpenAsync(import.Id, cancellationToken);
        var opened = await ContactFile.OpenAsync(stream, import.FileName, settings.Mapping, cancellationToken);
        if (opened is not ContactFileResult.Opened { File: var file })
            throw new InvalidOperationException($"Import {import.Id} could be read when it was uploaded, and now it cannot.");
        OutletBook book = new(await KnownOutletsAsync(cancellationToken), settings.OutletType);
        DraftRule rule = new(settings, book, hash, clock.GetUtcNow());
        await using StagedParts parts = new(files, import.Id, staging);
        var (rows, undecided, lists) = (0, new UndecidedValues(), new SortedSet<string>(StringComparer.Ordinal));
        await foreach (var row in file.RowsAsync(cancellationToken))
        {
            var staged = rule.Of(row);
            foreach (var status in staged.Undecided) undecided.Add(status);
            lists.UnionWith(staged.Subscriptions.Select(subscription => subscription.List).Where(_ => lists.Count < MostLists));
            await parts.AddAsync(staged, cancellationToken);
            rows++;
        }

        return new(rows, book.New, undecided.All, [.. lists]);
    }

    private async Task<List<Outlet>> KnownOutletsAsync(CancellationToken cancellationToken) =>
        await outlets.AllAsync(cancellationToken).Select(outlet => outlet.Value).ToListAsync(cancellationToken);
}
