using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

/// <summary>Deletes a file and what was found out of it. What it has brought stays; one that runs stops after the part it is at.</summary>
public sealed class RemoveImport(ImportStore imports, ImportFiles files)
{
    /// <returns>Whether the import was still the one that was read.</returns>
    public async Task<bool> RunAsync(Stored<Import> read, CancellationToken cancellationToken)
    {
        if (await imports.DeleteAsync(read, cancellationToken) is WriteResult.Changed) return false;
        await files.DeleteAsync(read.Value.Id, CancellationToken.None);
        return true;
    }
}
