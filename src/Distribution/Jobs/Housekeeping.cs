using Distribution.Contacts.Duplicates;
using Distribution.Contacts.Merging;
using Distribution.Dispatches;
using Distribution.Idempotency;
using Distribution.Imports;
using Distribution.Outbox;
using Distribution.Refusals;
using Distribution.Security;
using Distribution.Signups;
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
    OneTimeTokenStore tokens,
    LimitStore limits,
    DeleteUnsealedPlans unsealedPlans,
    DeleteOldImports oldImports,
    StartDuplicateSearch startDuplicateSearch,
    JobRuns runs,
    TimeProvider time,
    ILogger<Housekeeping> logger)
{
    public const string Name = "housekeeping";

    private static readonly TimeSpan DeparturesKept = TimeSpan.FromDays(7);

    /// <summary>Senders look for departures from a little before their dispatch.</summary>
    private static readonly TimeSpan BeforeDispatch = TimeSpan.FromHours(1);

    private static readonly TimeSpan MailsKept = TimeSpan.FromDays(30);

    /// <summary>What a link was for can be looked up for a month after it stopped working.</summary>
    private static readonly TimeSpan TokensKept = TimeSpan.FromDays(30);

    private static readonly TimeSpan ImportsKept = TimeSpan.FromDays(30);

    private static readonly TimeSpan RefusalsKept = TimeSpan.FromDays(180);

    public Task RunAsync(CancellationToken cancellationToken) => runs.RecordAsync(Name, () => CleanAsync(cancellationToken), cancellationToken);

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        LogDeleted("departures", await departures.DeleteBeforeAsync(await NoLongerNeededAsync(now, cancellationToken), cancellationToken));
        LogDeleted("sent mails of the outbox", await outbox.DeleteBeforeAsync(now - MailsKept, cancellationToken));
        LogDeleted("addresses that were refused", await refusals.DeleteBeforeAsync(now - RefusalsKept, cancellationToken));
        LogDeleted("answers to requests with a key", await requests.DeleteExpiredAsync(cancellationToken));
        LogDeleted("links that have expired", await tokens.DeleteBeforeAsync(now - TokensKept, cancellationToken));
        LogDeleted("limits of windows that are over", await limits.DeleteBeforeAsync(now, cancellationToken));
        LogDeleted("imports", await oldImports.RunAsync(now - ImportsKept, cancellationToken));
        LogDeleted("batches of plans that were not sealed", await unsealedPlans.RunAsync(cancellationToken));
        LogDeleted("merges that can no longer be undone", await merges.ForgetBeforeAsync(now - UndoMerge.Possible, cancellationToken));
        await startDuplicateSearch.RunAsync(cancellationToken);
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

    [LoggerMessage(LogLevel.Information, "Housekeeping deleted {Count} {What}")]
    private partial void LogDeleted(string what, int count);
}
