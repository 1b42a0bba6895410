namespace Distribution.Audiences.Imports;

/// <summary>
/// Checks or carries out one part of an import; idempotent. What is decided for it is written down before anything of it is done, so that
/// the numbers stay true.
/// </summary>
public sealed class RunImportPart(ImportFiles files, DecideRows decideRows, ApplyRows applyRows)
{
    /// <returns>Null when another run has written down its own decisions for the part meanwhile.</returns>
    public async Task<IReadOnlyList<ImportRowResult>?> RunAsync(
        Import import, char part, ImportSurroundings surroundings, CancellationToken cancellationToken)
    {
        var rows = await files.StagedAsync(import.Id, import.Staging!, part, cancellationToken).ToListAsync(cancellationToken);
        var before = import.State == ImportState.Running
            ? await files.ResultsAsync(import.Id, part, cancellationToken)
                .ToDictionaryAsync(result => result.Row, cancellationToken: cancellationToken)
            : [];
        var begun = before.Values.Where(result => result.Outcome == RowOutcome.Added).Select(result => result.Row).ToHashSet();
        var decisions = await decideRows.RunAsync(import, part, rows, begun, surroundings, cancellationToken);
        IReadOnlyList<ImportRowResult> results = [.. decisions.Select(decision => Reported(decision.Result, before))];
        if (!await files.SaveResultsAsync(import.Id, part, results, cancellationToken)) return null;
        if (import.State != ImportState.Running) return results;
        var lost = await applyRows.RunAsync(import, surroundings, decisions, NewMembers(before.Values), cancellationToken);
        if (lost.Count == 0) return results;
        results =
        [
            .. results.Select(result =>
                lost.Contains(result.Row) ? new RowDecision(result).LeftOut(ApplyRows.Lost, "lost").Result : result),
        ];
        return await files.SaveResultsAsync(import.Id, part, results, cancellationToken) ? results : null;
    }

    /// <summary>A contact that an earlier run of the same import added is not reported as existing.</summary>
    private static ImportRowResult Reported(ImportRowResult result, Dictionary<int, ImportRowResult> before) =>
        result.Outcome == RowOutcome.Unchanged && before.TryGetValue(result.Row, out var earlier) && earlier.Contact == result.Contact
            ? earlier
            : result;

    /// <summary>Existing contacts that an earlier run had decided to put on lists: it may have died before the index was updated.</summary>
    private static IReadOnlyList<string> NewMembers(IEnumerable<ImportRowResult> before) =>
        [.. before.Where(result => result is { Outcome: RowOutcome.Unchanged, Lists.Count: > 0 }).Select(result => result.Contact)
            .OfType<string>()];
}
