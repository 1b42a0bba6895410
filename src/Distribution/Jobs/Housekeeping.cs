using System.Globalization;
using Distribution.Contacts.Duplicates;
using Distribution.Contacts.Merging;
using Distribution.Dispatches;
using Distribution.Idempotency;
using Distribution.Imports;
using Distribution.Outbox;
using Distribution.Refusals;
using Distribution.Retention;
using Microsoft.Extensions.Logging;

namespace Distribution.Jobs;

/// <summary>The nightly timer: deletes what has served its time, and counts it; and has contacts looked through for duplicates.</summary>
public sealed partial class Housekeeping(
    DepartureStore departures,
    DispatchStore dispatches,
    OutboxStore outbox,
    RefusalStore refusals,
    IdempotencyStore requests,
    MergeStore merges,
    DeleteUnsealedPlans unsealedPlans,
    DeleteOldImports oldImports,
    StartDuplicateSearch startDuplicateSearch,
    IEnumerable<IRetentionRule> retention,
    RetentionMetrics metrics,
    JobRuns runs,
    TimeProvider time,
    ILogger<Housekeeping> logger)
{
    public const string Name = "housekeeping";

    private static readonly TimeSpan DeparturesKept = TimeSpan.FromDays(7);

    /// <summary>Senders look for departures from a little before their dispatch.</summary>
    private static readonly TimeSpan BeforeDispatch = TimeSpan.FromHours(1);

    private static readonly TimeSpan MailsKept = TimeSpan.FromDays(30);

    private static readonly TimeSpan ImportsKept = TimeSpan.FromDays(30);

    private static readonly TimeSpan RefusalsKept = TimeSpan.FromDays(180);

    public Task RunAsync(CancellationToken cancellationToken) => runs.RecordNotedAsync(Name, () => CleanAsync(cancellationToken), cancellationToken);

    /// <returns>How many of each kind were deleted; null when there was nothing.</returns>
    private async Task<string?> CleanAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        List<string> deleted = [];
        await CountAsync("departures", departures.DeleteBeforeAsync(await NoLongerNeededAsync(now, cancellationToken), cancellationToken));
        await CountAsync("mails", outbox.DeleteBeforeAsync(now - MailsKept, cancellationToken));
        await CountAsync("refusals", refusals.DeleteBeforeAsync(now - RefusalsKept, cancellationToken));
        await CountAsync("answers", requests.DeleteExpiredAsync(cancellationToken));
        await CountAsync("imports", oldImports.RunAsync(now - ImportsKept, cancellationToken));
        await CountAsync("unsealedBatches", unsealedPlans.RunAsync(cancellationToken));
        await CountAsync("merges", merges.ForgetBeforeAsync(now - UndoMerge.Possible, cancellationToken));
        foreach (var rule in retention)
        {
            if (rule.Kept is { } kept) await CountAsync(rule.Kind, rule.RunAsync(now - kept, onlyCount: false, cancellationToken));
        }

        await startDuplicateSearch.RunAsync(cancellationToken);
        return deleted.Count == 0 ? null : string.Join(", ", deleted);

        async Task CountAsync(string kind, Task<int> deletion)
        {
            var count = await deletion;
            LogDeleted(kind, count);
            metrics.Add(kind, count);
            if (count > 0) deleted.Add(string.Create(CultureInfo.InvariantCulture, $"{kind} {count}"));
        }
    }

    /// <summary>A dispatch that is stopped, or whose relay is away, may go on weeks later: whoever has left by then must not be mailed.</summary>
    private async Task<DateTimeOffset> NoLongerNeededAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var instant = now - DeparturesKept;
        await foreach (var dispatch in dispatches.UnfinishedAsync(cancellationToken))
        {
            if (dispatch.Value.CreatedAt - BeforeDispatch < instant) instant = dispatch.Value.CreatedAt - BeforeDispatch;
        }

        return instant;
    }

    [LoggerMessage(LogLevel.Information, "Housekeeping deleted {Kind}: {Count}")]
    private partial void LogDeleted(string kind, int count);
}
