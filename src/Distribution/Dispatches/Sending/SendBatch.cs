using System.Diagnostics;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Steering;
using Distribution.Mail.Outcomes;
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
    BatchGate gate,
    DispatchMetrics metrics,
    IOptions<DispatchOptions> options,
    TimeProvider time,
    ILogger<SendBatch> logger)
{
    public async Task RunAsync(string message, CancellationToken cancellationToken)
    {
        if (BatchKey.Parse(message) is not { } key)
        {
            LogUnreadable(message);
            return;
        }

        if (await dispatches.FindAsync(key.Dispatch, cancellationToken) is not { } dispatch) return;
        if (dispatch.Plan != key.Plan || await batches.FindAsync(key, cancellationToken) is not { Batch: var batch } found) return;
        if (!gate.MaySend(dispatch.Kind) || !gate.MayRun(batch, time.GetUtcNow())) return;
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

    [LoggerMessage(LogLevel.Error, "A message of the batches queue names no batch: {Message}")]
    private partial void LogUnreadable(string message);

    [LoggerMessage(
        LogLevel.Information,
        "Batch {Batch} of dispatch {Dispatch} {End}: {Accepted} accepted, {Deferred} deferred, {Refused} refused, {Uncertain} uncertain, {Skipped} skipped, {Open} of {Recipients} open, in {Seconds} s over {Connection}")]
    private partial void LogRun(
        string dispatch, string batch, string end, int accepted, int deferred, int refused, int uncertain, int skipped, int open, int recipients, double seconds, string? connection);
}
