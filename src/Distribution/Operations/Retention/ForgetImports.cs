using Distribution.Audiences.Imports;

namespace Distribution.Operations.Retention;

/// <summary>Deletes files that nobody has deleted: they hold personal data, and what they brought is elsewhere.</summary>
public sealed class ForgetImports(ImportStore imports, RemoveImport removeImport) : IRetentionRule
{
    public string Kind => "imports";

    public TimeSpan? Kept { get; } = TimeSpan.FromDays(30);

    public async Task<int> RunAsync(DateTimeOffset before, bool onlyCount, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var import in imports.AllAsync(cancellationToken))
        {
            if (import.Value.CreatedAt < before && (onlyCount || await removeImport.RunAsync(import, cancellationToken))) count++;
        }

        return count;
    }
}
