using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Sending;
using Distribution.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace Distribution.Dispatches.Steering;

/// <summary>
/// Stops a dispatch because of a fault on our side, such as a refused login; no recipient pays for it, and users are notified.
/// </summary>
public sealed partial class StopDispatch(DispatchStore dispatches, SendingDispatches sending, NotifyUsers notifyUsers, DispatchMetrics metrics, ILogger<StopDispatch> logger)
{
    public async Task RunAsync(string id, string reason, CancellationToken cancellationToken)
    {
        if (await dispatches.FindAsync(id, cancellationToken) is not { Value.State: DispatchState.Sending } dispatch) return;
        var stopped = dispatch.Value with { State = DispatchState.Stopped, StopReason = reason, Stops = dispatch.Value.Stops + 1 };
        // First, so that no stop is silent; the same stop again notifies nobody.
        await notifyUsers.StoppedAsync(stopped, reason, cancellationToken);
        if (await dispatches.ReplaceAsync(dispatch, stopped, cancellationToken) is not WriteResult.Done) return;
        sending.Forget(id);
        metrics.AddDispatch(DispatchState.Stopped, stopped.Kind);
        LogStopped(id, reason);
    }

    [LoggerMessage(LogLevel.Error, "Dispatch {Dispatch} stopped: {Reason}")]
    private partial void LogStopped(string dispatch, string reason);
}
