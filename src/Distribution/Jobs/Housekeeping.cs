using Distribution.Dispatches;
using Distribution.Idempotency;
using Distribution.Outbox;
using Microsoft.Extensions.Logging;

namespace Distribution.Jobs;

/// <summary>The nightly timer: deletes what has served its time, and counts it.</summary>
public sealed partial class Housekeeping(
    DepartureStore departures,
    OutboxStore outbox,
    IdempotencyStore requests,
    DeleteUnsealedPlans unsealedPlans,
    JobRuns runs,
    TimeProvider time,
    ILogger<Housekeeping> logger)
{
    public const string Name = "housekeeping";

    /// <summary>No batch is open longer than the oldest retry, 5 days at most.</summary>
    private static readonly TimeSpan DeparturesKept = TimeSpan.FromDays(7);

    private static readonly TimeSpan MailsKept = TimeSpan.FromDays(30);

    public Task RunAsync(CancellationToken cancellationToken) => runs.RecordAsync(Name, () => CleanAsync(cancellationToken), cancellationToken);

    private async Task CleanAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        LogDeleted("departures", await departures.DeleteBeforeAsync(now - DeparturesKept, cancellationToken));
        LogDeleted("sent mails of the outbox", await outbox.DeleteBeforeAsync(now - MailsKept, cancellationToken));
        LogDeleted("answers to requests with a key", await requests.DeleteExpiredAsync(cancellationToken));
        LogDeleted("batches of plans that were not sealed", await unsealedPlans.RunAsync(cancellationToken));
    }

    [LoggerMessage(LogLevel.Information, "Housekeeping deleted {Count} {What}")]
    private partial void LogDeleted(string what, int count);
}
