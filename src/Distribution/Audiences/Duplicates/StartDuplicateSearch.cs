using Distribution.Platform.Jobs;

namespace Distribution.Audiences.Duplicates;

/// <summary>
/// Has all contacts looked through for duplicates, in the background. One search at a time: where one is under way, it goes on.
/// </summary>
public sealed class StartDuplicateSearch(DuplicateStore duplicates, JobStore jobs, TimeProvider clock)
{
    public async Task<DuplicateSearch> RunAsync(CancellationToken cancellationToken)
    {
        var found = await duplicates.FindSearchAsync(cancellationToken);
        var search = found is { Value.FinishedAt: null } ? found.Value : new() { StartedAt = clock.GetUtcNow() };
        // Who comes second finds the first one's search.
        if (search != found?.Value) await duplicates.SaveSearchAsync(found, search, cancellationToken);
        await jobs.AddAsync(FindDuplicates.JobName, FindDuplicates.OnlyId, cancellationToken);
        return search;
    }
}
