using System.Diagnostics;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Steering;
using Distribution.Mail.Outcomes;
using Distribution.Mail.SendRates;
using Distribution.Mail.Smtp;
using Distribution.Platform.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches.Sending;

/// <summary>Sends what is due in one batch, which a message of the <c>batches</c> queue names.</summary>
public sealed partial class SendBatch(
    SendingDispatches dispatches,
    BatchStore batches,
    SendGroups sendGroups,
    FinishDispatch finishDispatch,
    DispatchMetrics metrics,
    IOptions<DispatchOptions> options,
    IOptions<SendRateOptions> sendRate,
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
        await RunAsync(run, batch, dispatch, cancellationToken);

        // The timer would find it too; this spares a small dispatch the wait for it.
        if (run.IsDone && key.Row == dispatch.LastBatch) await finishDispatch.RunAsync(dispatch.Id, cancellationToken);
    }

    private async Task RunAsync(BatchRun run, Batch batch, Dispatch dispatch, CancellationToken cancellationToken)
    {
        using var span = Tracing.Start("send batch", dispatch.Id)?.SetTag("distribution.batch", batch.Key.Row);
        var started = time.GetTimestamp();
        metrics.Begin();
        try
        {
            await sendGroups.RunAsync(run, dispatch, cancellationToken);
        }
        catch (Exception failure) when (span.Passes(failure))
        {
            throw;
        }
        finally
        {
            Report(run, batch, time.GetElapsedTime(started), span);
        }
    }

    private void Report(BatchRun run, Batch batch, TimeSpan duration, Activity? span)
    {
        BatchRunReport report = new(batch.Outcomes, run.Outcomes);
        var end = run.IsLost || run.ClaimedAt is null ? "lost" : run.IsDone ? "done" : "returned";
        metrics.End(end, run.ClaimedAt - batch.Due, duration);
        span?.SetTag("distribution.end", end).SetTag("distribution.accepted", report[OutcomeState.Accepted]).SetTag("distribution.open", report.Open);
        LogRun(
            batch.Key.Dispatch,
            batch.Key.Row,
            end,
            report[OutcomeState.Accepted],
            report[OutcomeState.Deferred],
            report[OutcomeState.Refused],
            report[OutcomeState.Uncertain],
            report[OutcomeState.Skipped],
            report.Open,
            batch.Recipients.Count,
            Math.Round(duration.TotalSeconds, 3),
            report.Connection);
    }

    /// <summary>
    /// The switch counts for mails that are planned already, too: turned off, or on a copy of the storage, nothing is sent.
    /// </summary>
    private bool MaySend(DispatchKind kind) => RecipientsSwitch.Parse(mail.Value.Recipients) switch
    {
        RecipientsSwitch.Everybody => true,
        RecipientsSwitch.Rehearsal => kind == DispatchKind.Rehearsal,
        _ => false,
    };

    /// <summary>Where a rate is set, a batch that comes late has lost its slot: the timer finds it another, so that no burst follows an outage.</summary>
    private bool MayRun(Batch batch, DateTimeOffset now) =>
        !batch.IsDone && !batch.Stop && !batch.IsLeased(now) && batch.Due <= now + ClockDifference && (!sendRate.Value.Limits.AreSet || now - batch.Due <= Late);

    [LoggerMessage(LogLevel.Error, "A message of the batches queue names no batch: {Message}")]
    private partial void LogUnreadable(string message);

    [LoggerMessage(
        LogLevel.Information,
        "Batch {Batch} of dispatch {Dispatch} {End}: {Accepted} accepted, {Deferred} deferred, {Refused} refused, {Uncertain} uncertain, {Skipped} skipped, {Open} of {Recipients} open, in {Seconds} s over {Connection}")]
    private partial void LogRun(
        string dispatch, string batch, string end, int accepted, int deferred, int refused, int uncertain, int skipped, int open, int recipients, double seconds, string? connection);
}
