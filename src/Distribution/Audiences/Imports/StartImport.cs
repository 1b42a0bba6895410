using Distribution.Platform.Audit;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

/// <summary>Has the rows of a checked import taken.</summary>
public sealed class StartImport(ImportFiles files, SaveImport saveImport)
{
    public async Task<ChangeImportResult> RunAsync(Stored<Import> read, Actor by, CancellationToken cancellationToken)
    {
        if (read.Value.State != ImportState.Checked) return new ChangeImportResult.WrongState(read.Value.State);
        if (read.Value.Undecided.Count > 0) return new ChangeImportResult.Undecided(read.Value.Undecided);
        // The check's decisions are not those of an earlier run of the import itself.
        await files.ForgetResultsAsync(read.Value.Id, cancellationToken);
        return await saveImport.RunAsync(
            read,
            read.Value with { State = ImportState.Running, PartsDone = 0, Counts = new(), StartedBy = by.User, StartedKey = by.Key },
            cancellationToken);
    }
}
