using System.Globalization;
using Distribution.Audiences.Duplicates;
using Distribution.Dispatches.Planning;
using Distribution.Operations.Retention;
using Distribution.Platform.Jobs;
using Distribution.Releases.Newsroom;
using Microsoft.Extensions.Logging;

namespace Distribution.Operations.Housekeeping;

/// <summary>The nightly timer: deletes what has served its time, and counts it; has contacts looked through for
/// duplicates, and the newsroom compared with its releases.</summary>
public sealed partial class RunHousekeeping(
    IEnumerable<IRetentionRule> retention,
    DeleteUnsealedPlans unsealedPlans,
    StartDuplicateSearch startDuplicateSearch,
    RefreshNewsroom refreshNewsroom,
    RetentionMetrics metrics,
    JobRuns runs,
    TimeProvider time,
    ILogger<RunHousekeeping> logger)
{
    public const string Name = "housekeeping";

    public Task RunAsync(CancellationToken cancellationToken) =>
        runs.RecordNotedAsync(Name, () => CleanAsync(cancellationToken), cancellationToken);

    /// <returns>How many of each kind were deleted; null when there was nothing.</returns>
    private async Task<string?> CleanAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        List<string> deleted = [];
        foreach (var rule in retention)
        {
            if (rule.Kept is { } kept) Count(rule.Kind, await rule.RunAsync(now - kept, onlyCount: false, cancellationToken));
        }

        Count("unsealedBatches", await unsealedPlans.RunAsync(cancellationToken));
        await startDuplicateSearch.RunAsync(cancellationToken);
        await refreshNewsroom.StartAsync(cancellationToken);
        return deleted.Count == 0 ? null : string.Join(", ", deleted);

        void Count(string kind, int count)
        {
            LogDeleted(kind, count);
            metrics.Add(kind, count);
            if (count > 0) deleted.Add(string.Create(CultureInfo.InvariantCulture, $"{kind} {count}"));
        }
    }

    [LoggerMessage(LogLevel.Information, "Housekeeping deleted {Kind}: {Count}")]
    private partial void LogDeleted(string kind, int count);
}
