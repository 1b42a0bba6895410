using Distribution.Contacts.Outlets;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

/// <summary>
/// Checks or carries out an import, part by part. A run that is cut off is followed by one that resumes at the part it had reached.
/// </summary>
public sealed class RunImport(
    ImportStore imports,
    ImportFiles files,
    StageImport stageImport,
    RunImportPart runImportPart,
    ReadImportSurroundings readImportSurroundings,
    OutletStore outlets,
    AuditStore audit,
    TimeProvider clock) : IJobRunner
{
    public const string JobName = "import";

    /// <summary>Well under the time after which the job is taken for lost.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(4);

    public string Name => JobName;

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var import = await imports.FindAsync(id, cancellationToken);
        if (import is { Value: { State: ImportState.Checking, Rows: null } }) import = await StageAsync(import, cancellationToken);
        if (import is not { Value.State: ImportState.Checking or ImportState.Running }) return await EndAsync(import, cancellationToken);
        if (import.Value is { State: ImportState.Running, PartsDone: 0 }) await AddOutletsAsync(id, cancellationToken);
        var surroundings = await readImportSurroundings.RunAsync(cancellationToken);
        while (import is { Value: { State: ImportState.Checking or ImportState.Running, PartsDone: var done } }
            && done < ImportParts.All.Length)
        {
            import = await PartAsync(import, surroundings, cancellationToken);
            if (clock.GetElapsedTime(started) > LongestRun) return clock.GetUtcNow();
        }

        return await EndAsync(import, cancellationToken);
    }

    /// <summary>Also by the job that comes after one that died here.</summary>
    private async Task<DateTimeOffset?> EndAsync(Stored<Import>? import, CancellationToken cancellationToken)
    {
        if (import is { Value.State: ImportState.Finished }) await audit.AddAsync(ImportAudit.Entry(import.Value), cancellationToken);
        return null;
    }

    private async Task<Stored<Import>?> StageAsync(Stored<Import> import, CancellationToken cancellationToken)
    {
        await files.ForgetResultsAsync(import.Value.Id, cancellationToken);
        var file = await stageImport.RunAsync(import.Value, cancellationToken);
        await files.SaveOutletsAsync(import.Value.Id, file.Outlets, cancellationToken);
        var staged = import.Value with
        {
            Rows = file.Rows,
            PartsDone = 0,
            Counts = new(),
            Undecided = file.Undecided,
            StatedLists = file.StatedLists
        };
        return await SaveAsync(import, staged, cancellationToken);
    }

    private async Task AddOutletsAsync(string import, CancellationToken cancellationToken)
    {
        await foreach (var outlet in files.OutletsAsync(import, cancellationToken))
            await outlets.AddAsync(outlet.Id, outlet, cancellationToken);
    }

    private async Task<Stored<Import>?> PartAsync(
        Stored<Import> import, ImportSurroundings surroundings, CancellationToken cancellationToken)
    {
        var value = import.Value;
        var results = await runImportPart.RunAsync(value, ImportParts.All[value.PartsDone], surroundings, cancellationToken);
        var counts = results.Aggregate(value.Counts, (counts, result) => counts.Plus(result));
        return await SaveAsync(import, Advanced(value with { Counts = counts, PartsDone = value.PartsDone + 1 }), cancellationToken);
    }

    private Import Advanced(Import import)
    {
        if (import.PartsDone < ImportParts.All.Length) return import;
        return import.State == ImportState.Checking
            ? import with { State = ImportState.Checked }
            : import with { State = ImportState.Finished, FinishedAt = clock.GetUtcNow() };
    }

    /// <returns>Null when somebody has deleted the import, started it again, or works on it too.</returns>
    private async Task<Stored<Import>?> SaveAsync(Stored<Import> read, Import import, CancellationToken cancellationToken) =>
        await imports.ReplaceAsync(read, import, cancellationToken) is WriteResult.Done
            ? await imports.FindAsync(import.Id, cancellationToken)
            : null;
}
