using Distribution.Audiences.Subscriptions;
using Distribution.Platform.Jobs;

namespace Distribution.Audiences.MediaLists;

/// <summary>Reads the progress of applying a list's rule.</summary>
public sealed class ReadRefresh(RuleRefreshStore refreshes, JobStore jobs)
{
    public async Task<RefreshProgress> RunAsync(string list, CancellationToken cancellationToken)
    {
        // The job first: where it is gone, what it did is there.
        var isWaiting = await jobs.FindAsync(RefreshMembers.JobName, list, cancellationToken) is not null;
        if (await refreshes.FindAsync(list, cancellationToken) is not { Value: var found }) return new() { IsRefreshing = isWaiting };
        return new()
        {
            IsRefreshing = isWaiting || found.FinishedAt is null,
            PartsDone = found.Shards,
            Entered = found.Entered,
            Removed = found.Removed,
            StartedAt = found.StartedAt,
            FinishedAt = found.FinishedAt,
        };
    }
}
