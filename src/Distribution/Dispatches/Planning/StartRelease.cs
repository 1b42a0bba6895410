using Distribution.Platform.Validation;
using Distribution.Releases.Drafts;
using Microsoft.Extensions.Logging;

namespace Distribution.Dispatches.Planning;

/// <summary>
/// Starts the release that a message of the <c>releases</c> queue names, so that nobody who sends at once waits for the timer. The timer
/// finds what a lost message leaves; both at once send once.
/// </summary>
public sealed partial class StartRelease(ReleaseTimeStore times, StartDue startDue, TimeProvider time, ILogger<StartRelease> logger)
{
    public async Task RunAsync(string message, CancellationToken cancellationToken)
    {
        if (!Ids.IsValid(message))
        {
            LogUnreadable(message);
            return;
        }

        await foreach (var row in times.DueAsync(message, time.GetUtcNow(), cancellationToken))
            await startDue.RunAsync(row, cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "A message of the releases queue names no release: {Message}")]
    private partial void LogUnreadable(string message);
}
