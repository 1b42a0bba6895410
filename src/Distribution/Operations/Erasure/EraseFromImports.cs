using Distribution.Audiences.Imports;
using Distribution.Contacts.Files;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;

namespace Distribution.Operations.Erasure;

/// <summary>
/// Removes a person from the imports of files: of those that are finished the file goes, and the rows and results about the person. A file
/// that somebody has not imported yet stays, and is named. Idempotent.
/// </summary>
public sealed class EraseFromImports(ImportStore imports, ImportFiles files, AddressHash hash)
{
    /// <param name="addresses">HMACs of the person's addresses.</param>
    /// <returns>Ids of the imports whose file still names the person.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        List<string> remaining = [];
        await foreach (var import in imports.AllAsync(cancellationToken))
        {
            var id = import.Value.Id;
            if (await files.HasFileAsync(id, cancellationToken) && await NamesAsync(import.Value, addresses, cancellationToken))
            {
                if (import.Value.State == ImportState.Finished) await files.DeleteFileAsync(id, cancellationToken);
                else remaining.Add(id);
            }

            if (import.Value is { State: ImportState.Finished, Staging: { } staging })
                await EraseRowsAsync(id, staging, addresses, cancellationToken);
        }

        return remaining;
    }

    private async Task<bool> NamesAsync(Import import, IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        await using var stream = await files.OpenAsync(import.Id, cancellationToken);
        var opened = await ContactFile.OpenAsync(stream, import.FileName, import.Settings?.Mapping, cancellationToken);
        if (opened is not ContactFileResult.Opened { File: var file }) return false;
        return await file.RowsAsync(cancellationToken)
            .AnyAsync(row => row.OtherAddresses.Prepend(row.Address).Any(text => IsOf(text, addresses)), cancellationToken);
    }

    private bool IsOf(string text, IReadOnlyCollection<string> addresses) =>
        AddressRule.CheckNamed(text) is AddressCheck.Accepted accepted && addresses.Contains(hash.Compute(accepted.Address));

    private async Task EraseRowsAsync(
        string import, string staging, IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        foreach (var part in ImportParts.All)
        {
            var rows = await files.StagedAsync(import, staging, part, cancellationToken).ToListAsync(cancellationToken);
            var about = rows.Where(row => IsAbout(row, addresses)).Select(row => row.Row).ToHashSet();
            if (about.Count == 0) continue;
            // The results first: without the rows nobody would know which they are.
            var results = await files.ResultsAsync(import, part, cancellationToken).ToListAsync(cancellationToken);
            var erased = results.Select(result => about.Contains(result.Row) ? result with { Problems = [] } : result);
            await files.SaveResultsAsync(import, part, erased, cancellationToken);
            await using var writer = await files.StageAsync(import, staging, part, cancellationToken);
            foreach (var row in rows.Where(row => !about.Contains(row.Row))) await writer.WriteAsync(row);
            await writer.CloseAsync();
        }
    }

    private bool IsAbout(StagedRow row, IReadOnlyCollection<string> addresses) =>
        (row.Hash is { } address && addresses.Contains(address))
        || (row.Contact?.AllAddresses ?? []).Concat(row.Problems.Select(problem => problem.Value).OfType<string>())
            .Any(text => IsOf(text, addresses));
}
