namespace Distribution.Imports;

/// <summary>Deletes files that nobody has deleted: they hold personal data, and what they brought is elsewhere.</summary>
public sealed class DeleteOldImports(ImportStore imports, RemoveImport removeImport)
{
    public async Task<int> RunAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var deleted = 0;
        await foreach (var import in imports.AllAsync(cancellationToken))
        {
            if (import.Value.CreatedAt < before && await removeImport.RunAsync(import, cancellationToken)) deleted++;
        }

        return deleted;
    }
}
