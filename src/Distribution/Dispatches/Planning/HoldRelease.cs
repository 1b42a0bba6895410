using Distribution.Platform.Audit;
using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Microsoft.Extensions.Logging;

namespace Distribution.Dispatches.Planning;

/// <summary>Says of a release why it does not go out although its time has come.</summary>
public sealed partial class HoldRelease(
    ReleaseStore releases, ReleaseTimeStore times, CommitTransition commitTransition, TimeProvider time, ILogger<HoldRelease> logger)
{
    private const string NotApproved = "Its time came and nobody had approved it. Set a new time.";

    public async Task WaitAsync(ReleaseDocument document, string reason, CancellationToken cancellationToken, bool isNews = false)
    {
        if (document.Release.Waiting == reason) return;
        var waiting = document.Release with { Waiting = reason };
        if (isNews) await commitTransition.RunAsync(document.Row, waiting, Missed(waiting) with { Note = reason }, cancellationToken);
        else await releases.ReplaceAsync(document.Row, waiting, cancellationToken);
        LogWaiting(document.Release.Id, reason);
    }

    /// <summary>Nobody has approved it in time. An approver who does so at this moment gets a conflict, and looks again.</summary>
    public async Task MissAsync(Stored<ReleaseTime> row, ReleaseDocument document, CancellationToken cancellationToken)
    {
        var missed = document.Release with { Waiting = NotApproved };
        if (!await commitTransition.RunAsync(document.Row, missed, Missed(missed), cancellationToken)) return;
        await times.RemoveDueAsync(row, cancellationToken);
        LogWaiting(document.Release.Id, NotApproved);
    }

    private ReleaseTransition Missed(Release release) =>
        ReleaseTransition.Create(TransitionKind.Missed, release, Actor.Program, time.GetUtcNow(), ("sendAt", release.SendAt?.ToString("u")));

    [LoggerMessage(LogLevel.Warning, "Release {Release} waits: {Reason}")]
    private partial void LogWaiting(string release, string reason);
}
