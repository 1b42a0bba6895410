using Distribution.Contacts.Outlets;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

/// <summary>
/// Checks or carries out an import, part by part. A run that is cut off is followed by one that resumes at the part it had reached. Each
/// step begins from the import as it stands: one that was deleted, started again or worked on meanwhile is not overwritten.
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

    /// <summary>Then the message of a stopped worker is soon seen again, and other jobs have their turn.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(4);

    public string Name => JobName;

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        ImportSurroundings? surroundings = null;
        while (await imports.FindAsync(id, cancellationToken) is { } import)
        {
            if (import.Value.State is not (ImportState.Checking or ImportState.Running))
                return await EndAsync(import.Value, cancellationToken);
            if (clock.GetElapsedTime(started) > LongestRun) return clock.GetUtcNow();
            if (import.Value.Rows is null)
            {
                await StageAsync(import, cancellationToken);
                continue;
            }

            if (import.Value is { State: ImportState.Running, PartsDone: 0 }) await AddOutletsAsync(import.Value, cancellationToken);
            surroundings ??= await readImportSurroundings.RunAsync(cancellationToken);
            await PartAsync(import, surroundings, cancellationToken);
        }

        return null;
    }

    /// <summary>Also by the job that comes after one that died here.</summary>
    private async Task<DateTimeOffset?> EndAsync(Import import, CancellationToken cancellationToken)
    {
        if (import.State == ImportState.Finished) await audit.AddAsync(ImportAudit.Entry(import), cancellationToken);
        return null;
    }

    private async Task StageAsync(Stored<Import> import, CancellationToken cancellationToken)
    {
        var (id, staging) = (import.Value.Id, NewId.Random()[..12]);
        await files.ForgetResultsAsync(id, cancellationToken);
        var file = await stageImport.RunAsync(import.Value, staging, cancellationToken);
        await files.SaveOutletsAsync(id, staging, file.Outlets, cancellationToken);
        var staged = import.Value with
        {
            Rows = file.Rows,
            Staging = staging,
            PartsDone = 0,
            Counts = new(),
            Reasons = new Dictionary<string, int>(),
            Undecided = file.Undecided,
            StatedLists = file.StatedLists
        };
        var isMine = await imports.ReplaceAsync(import, staged, cancellationToken) is WriteResult.Done;
        if ((isMine ? import.Value.Staging : staging) is { } old) await files.ForgetStagedAsync(id, old, cancellationToken);
    }

    private async Task AddOutletsAsync(Import import, CancellationToken cancellationToken)
    {
        await foreach (var outlet in files.OutletsAsync(import.Id, import.Staging!, cancellationToken))
            await outlets.AddAsync(outlet.Id, outlet, cancellationToken);
    }

    private async Task PartAsync(Stored<Import> import, ImportSurroundings surroundings, CancellationToken cancellationToken)
    {
        var value = import.Value;
        var part = ImportParts.All[value.PartsDone];
        if (await runImportPart.RunAsync(value, part, surroundings, cancellationToken) is not { } results) return;
        var counts = results.Aggregate(value.Counts, (counts, result) => counts.Plus(result));
        var done = value with { Counts = counts, Reasons = Plus(value.Reasons, results), PartsDone = value.PartsDone + 1 };
        await imports.ReplaceAsync(import, Advanced(done), cancellationToken);
    }

    private static Dictionary<string, int> Plus(IReadOnlyDictionary<string, int> before, IReadOnlyList<ImportRowResult> results)
    {
        Dictionary<string, int> reasons = new(before);
        foreach (var reason in results.SelectMany(result => result.Problems.Select(problem => problem.Reason).Distinct()))
            reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
        return reasons;
    }

    private Import Advanced(Import import)
    {
        if (import.PartsDone < ImportParts.All.Length) return import;
        return import.State == ImportState.Checking
            ? import with { State = ImportState.Checked }
            : import with { State = ImportState.Finished, FinishedAt = clock.GetUtcNow() };
    }
}
