using Distribution.Contacts.Outlets;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

/// <summary>
/// Checks or carries out an import, part by part. A run that is cut off is followed by one that goes on with the part it was at. What is
/// decided for a part is written down before anything of it is done, so that the numbers stay true.
/// </summary>
public sealed class RunImport(
    ImportStore imports,
    ImportFiles files,
    StageImport stageImport,
    DecideRows decideRows,
    ApplyRows applyRows,
    ReadImportSurroundings readSurroundings,
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
        var surroundings = await readSurroundings.RunAsync(cancellationToken);
        while (import is { Value: { State: ImportState.Checking or ImportState.Running, PartsDone: var done } }
            && done < ImportParts.All.Length)
        {
            import = await PartAsync(import, ImportParts.All[done], surroundings, cancellationToken);
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
        Stored<Import> import, char part, ImportSurroundings surroundings, CancellationToken cancellationToken)
    {
        var value = import.Value;
        var rows = await files.StagedAsync(value.Id, part, cancellationToken).ToListAsync(cancellationToken);
        var before = value.State == ImportState.Running ? await files.ResultsAsync(value.Id, part, cancellationToken)
            .ToDictionaryAsync(result => result.Row, cancellationToken: cancellationToken) : [];
        var begun = before.Values.Where(result => result.Outcome == RowOutcome.Added).Select(result => result.Row).ToHashSet();
        var decisions = await decideRows.RunAsync(value, part, rows, begun, surroundings, cancellationToken);
        IReadOnlyList<ImportRowResult> results = [.. decisions.Select(decision => Told(decision.Result, before))];
        await files.SaveResultsAsync(value.Id, part, results, cancellationToken);
        if (value.State == ImportState.Running && await applyRows.RunAsync(
            value, surroundings, decisions, NewMembers(before.Values), cancellationToken) is { Count: > 0 } lost)
        {
            results =
                [.. results.Select(result => lost.Contains(result.Row) ? new RowDecision(result).LeftOut(ApplyRows.Lost).Result : result)];
            await files.SaveResultsAsync(value.Id, part, results, cancellationToken);
        }

        var counts = results.Aggregate(value.Counts, (counts, result) => counts.Plus(result));
        return await SaveAsync(import, Advanced(value with { Counts = counts, PartsDone = value.PartsDone + 1 }), cancellationToken);
    }

    /// <summary>What an earlier run of the same import has added is not told as known already.</summary>
    private static ImportRowResult Told(ImportRowResult result, Dictionary<int, ImportRowResult> before) =>
        result.Outcome == RowOutcome.Unchanged && before.TryGetValue(result.Row, out var earlier) && earlier.Contact == result.Contact
            ? earlier
            : result;

    /// <summary>Known contacts whom an earlier run had decided to put on lists: it may have died before the index knew.</summary>
    private static IReadOnlyList<string> NewMembers(IEnumerable<ImportRowResult> before) =>
        [.. before.Where(result => result is { Outcome: RowOutcome.Unchanged, Lists.Count: > 0 }).Select(result => result.Contact)
            .OfType<string>()];

    private Import Advanced(Import import)
    {
        if (import.PartsDone < ImportParts.All.Length) return import;
        return import.State == ImportState.Checking
            ? import with { State = ImportState.Checked }
            : import with { State = ImportState.Finished, FinishedAt = clock.GetUtcNow() };
    }

    /// <returns>Null when somebody has deleted the import, begun it anew, or works on it too.</returns>
    private async Task<Stored<Import>?> SaveAsync(Stored<Import> read, Import import, CancellationToken cancellationToken) =>
        await imports.ReplaceAsync(read, import, cancellationToken) is WriteResult.Done
            ? await imports.FindAsync(import.Id, cancellationToken)
            : null;
}
