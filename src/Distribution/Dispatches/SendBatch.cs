using Distribution.Mail;
using Distribution.Pacing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches;

/// <summary>Sends what is due in one batch, which a message of the <c>batches</c> queue names.</summary>
public sealed partial class SendBatch(
    SendingDispatches dispatches,
    BatchStore batches,
    SendGroups sendGroups,
    FinishDispatch finishDispatch,
    IOptions<DispatchOptions> options,
    IOptions<PaceOptions> pace,
    IOptions<MailOptions> mail,
    TimeProvider time,
    ILogger<SendBatch> logger)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    /// <summary>How far this instance's clock may be behind the one that queued the batch.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(10);

    public async Task RunAsync(string message, CancellationToken cancellationToken)
    {
        if (BatchKey.Parse(message) is not { } key)
        {
            LogUnreadable(message);
            return;
        }

        if (await dispatches.FindAsync(key.Dispatch, cancellationToken) is not { } dispatch) return;
        if (dispatch.Plan != key.Plan || await batches.FindAsync(key, cancellationToken) is not { Batch: var batch } found) return;
        if (!MaySend(dispatch.Kind) || !MayRun(batch, time.GetUtcNow())) return;
        BatchRun run = new(batches, batch, found.ETag, options.Value, time);
        await sendGroups.RunAsync(run, dispatch, cancellationToken);
        LogDone(key.ToString(), run.Outcomes.Count(outcome => outcome.State == OutcomeState.Accepted), run.Recipients.Count);

        // The timer would find it too; this spares a small dispatch the wait for it.
        if (run.IsDone && key.Row == dispatch.LastBatch) await finishDispatch.RunAsync(dispatch.Id, cancellationToken);
    }

    /// <summary>The switch counts for mails that are planned already, too: turned off, or on a copy of the storage, nothing leaves.</summary>
    private bool MaySend(DispatchKind kind) => RecipientsSwitch.Parse(mail.Value.Recipients) switch
    {
        RecipientsSwitch.Everybody => true,
        RecipientsSwitch.Rehearsal => kind == DispatchKind.Rehearsal,
        _ => false,
    };

    /// <summary>Where a rate is set, a batch that comes late has lost its slot: the timer finds it another, so that no burst follows an outage.</summary>
    private bool MayRun(Batch batch, DateTimeOffset now) =>
        !batch.IsDone && !batch.Stop && !batch.IsLeased(now) && batch.Due <= now + ClockDifference && (!pace.Value.Limits.AreSet || now - batch.Due <= Late);

    [LoggerMessage(LogLevel.Error, "A message of the batches queue names no batch: {Message}")]
    private partial void LogUnreadable(string message);

    [LoggerMessage(LogLevel.Information, "Batch {Batch}: {Accepted} of {Recipients} accepted")]
    private partial void LogDone(string batch, int accepted, int recipients);
}
