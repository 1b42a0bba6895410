using Distribution.Platform.Jobs;

namespace Distribution.Audiences.Duplicates;

/// <summary>Starts the search of all contacts for duplicates, in the background. One search at a time: a running one continues.</summary>
public sealed class StartDuplicateSearch(DuplicateStore duplicates, JobStore jobs, TimeProvider clock)
{
    public async Task<DuplicateSearch> RunAsync(CancellationToken cancellationToken)
    {
        var found = await duplicates.FindSearchAsync(cancellationToken);
        var search = found is { Value.FinishedAt: null } ? found.Value : new() { StartedAt = clock.GetUtcNow() };
        // The second of two requests finds the search of the first.
        if (search != found?.Value) await duplicates.SaveSearchAsync(found, search, cancellationToken);
        await jobs.AddAsync(FindDuplicates.JobName, FindDuplicates.OnlyId, cancellationToken);
        return search;
    }
}
