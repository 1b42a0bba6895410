using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;
using Distribution.Releases.Newsroom;

namespace Distribution.Releases.Workflow;

/// <summary>
/// Writes a release together with its transition, and has the transition processed. The job is scheduled first: a process that dies
/// after the write leaves a step that the timer finds. The entry in lists and the newsroom follow at once, and if not here, then in that
/// job. What is to be sent at once is put on the queue of releases, which the timer does too.
/// </summary>
public sealed class CommitTransition(
    ReleaseStore releases,
    UpdateReleaseEntry updateEntry,
    UpdateNewsroom updateNewsroom,
    JobStore jobs,
    Queues queues,
    TimeProvider clock)
{
    /// <summary>The job that follows a step up.</summary>
    public const string JobName = "release-transitions";

    /// <summary>Writes release and texts, if the release is still the one that was read.</summary>
    /// <returns>The release as it is now; null when it was changed meanwhile.</returns>
    public async Task<ReleaseDocument?> RunAsync(
        ReleaseDocument read,
        Release next,
        IReadOnlyCollection<Translation> texts,
        ReleaseTransition step,
        CancellationToken cancellationToken) =>
        await FollowedAsync(step, next, () => releases.ReplaceAsync(read, next, texts, step, cancellationToken), cancellationToken)
            ? await releases.FindAsync(next.Id, cancellationToken)
            : null;

    /// <summary>The same for an edit that the audit knows of already.</summary>
    public async Task<ReleaseDocument?> ContinueAsync(
        ReleaseDocument read, Release next, IReadOnlyCollection<Translation> texts, CancellationToken cancellationToken)
    {
        if (await releases.ReplaceAsync(read, next, texts, step: null, cancellationToken) is not WriteResult.Done) return null;
        await updateEntry.RunAsync(next.Id, next.CreatedAt, CancellationToken.None);
        return await releases.FindAsync(next.Id, cancellationToken);
    }

    /// <summary>The same with the texts as they are.</summary>
    /// <returns>False when the release was changed meanwhile.</returns>
    public Task<bool> RunAsync(Stored<Release> read, Release next, ReleaseTransition step, CancellationToken cancellationToken) =>
        FollowedAsync(step, next, () => releases.ReplaceAsync(read, next, step, cancellationToken), cancellationToken);

    /// <returns>False when there is such a release already.</returns>
    public Task<bool> AddAsync(
        Release release, IEnumerable<Translation> texts, IReadOnlyList<ReleaseTransition> steps, CancellationToken cancellationToken) =>
        FollowedAsync(steps[0], release, () => releases.AddAsync(release, texts, steps, cancellationToken), cancellationToken);

    public Task<bool> RemoveAsync(ReleaseDocument read, ReleaseTransition step, CancellationToken cancellationToken) =>
        FollowedAsync(step, read.Release, () => releases.DeleteAsync(read, step, cancellationToken), cancellationToken);

    private async Task<bool> FollowedAsync(
        ReleaseTransition step, Release release, Func<Task<WriteResult>> write, CancellationToken cancellationToken)
    {
        if (!await jobs.FollowUrgentAsync(JobName, step.Release, write, cancellationToken)) return false;
        if (ApprovalEffects.StartNow(step.Kind, release, clock.GetUtcNow()))
            await queues.SendAsync(Queues.Releases, release.Id, TimeSpan.Zero, CancellationToken.None);
        await updateEntry.RunAsync(release.Id, release.CreatedAt, CancellationToken.None);
        if (release.ReleasedAt is not null) await updateNewsroom.RunAsync(release.Id, CancellationToken.None);
        return true;
    }
}
