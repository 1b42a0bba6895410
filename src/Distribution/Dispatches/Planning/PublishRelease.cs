using Distribution.Platform.Audit;
using Distribution.Releases.Drafts;
using Distribution.Releases.Newsroom;
using Distribution.Releases.Workflow;

namespace Distribution.Dispatches.Planning;

/// <summary>
/// Makes a release public, before anybody is planned: from this write on it can no longer be changed or taken back. A run that dies after
/// it is followed by one that finds the time row still there and continues.
/// </summary>
public sealed class PublishRelease(
    ReleaseTimeStore times, CommitTransition commitTransition, UpdateNewsroom updateNewsroom, TimeProvider time)
{
    /// <returns>False when the release was changed in this very moment; the next run looks again.</returns>
    public async Task<bool> RunAsync(ReleaseDocument document, CancellationToken cancellationToken)
    {
        var release = document.Release;
        var at = release.SendAt!.Value;
        var version = release.ReleasedVersion ?? release.Version;
        await times.AddPublicAsync(release.Id, at, cancellationToken);
        // When those who wait for a translation have waited long enough.
        if (document.Promised.Any())
            await times.AddDueTranslationAsync(release.Id, version, at.AddHours(release.WaitHours), cancellationToken);
        if (release is { State: ReleaseState.Dispatching, Waiting: null })
        {
            // The run that made it public may have died before the newsroom had it.
            await updateNewsroom.RunAsync(release.Id, cancellationToken);
            return true;
        }

        var publishedAt = release.PublishedAt ?? time.GetUtcNow();
        await times.AddPublishedAsync(release.Id, publishedAt, cancellationToken);
        var released = release with
        {
            State = ReleaseState.Dispatching,
            ReleasedAt = at,
            PublishedAt = publishedAt,
            ReleasedVersion = version,
            Waiting = null,
        };
        var languages = string.Join(' ', document.Sendable.Select(text => text.Language));
        var step = ReleaseTransition.Create(
            TransitionKind.Dispatched, released, Actor.Program, time.GetUtcNow(), ("languages", languages), ("sendAt", at.ToString("o")));
        return await commitTransition.RunAsync(document.Row, released, step, cancellationToken);
    }
}
