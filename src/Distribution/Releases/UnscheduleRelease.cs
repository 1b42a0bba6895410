using Distribution.Storage;

namespace Distribution.Releases;

/// <summary>
/// Makes a scheduled release a draft again. The time row stays: removing it could take away the row of whoever schedules the release for
/// the same instant at this moment, and without a scheduled release it counts for nothing.
/// </summary>
public sealed class UnscheduleRelease(ReleaseStore releases)
{
    public async Task<UnscheduleReleaseResult> RunAsync(ReleaseDocument read, CancellationToken cancellationToken)
    {
        var release = read.Release;
        if (ReleaseLife.After(release.State, ReleaseAction.Unschedule) is not { } next) return new UnscheduleReleaseResult.Refused(release.State);
        var draft = release with { State = next, SendAt = null, ScheduledBy = null, Waiting = null };
        return await releases.ReplaceAsync(read.Row, draft, cancellationToken) is WriteResult.Done
            && await releases.FindAsync(release.Id, cancellationToken) is { } unscheduled
                ? new UnscheduleReleaseResult.Unscheduled(unscheduled)
                : new UnscheduleReleaseResult.Changed();
    }
}
