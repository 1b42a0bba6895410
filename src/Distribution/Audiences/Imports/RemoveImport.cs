using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

/// <summary>Deletes a file and its results. The imported contacts stay; a running import stops after its current part.</summary>
public sealed class RemoveImport(ImportStore imports, ImportFiles files)
{
    /// <returns>Whether the import was still the one that was read.</returns>
    public async Task<bool> RunAsync(Stored<Import> read, CancellationToken cancellationToken)
    {
        if (await imports.DeleteAsync(read, cancellationToken) is WriteResult.Changed) return false;
        await files.DeleteAllAsync(read.Value.Id, CancellationToken.None);
        return true;
    }
}
