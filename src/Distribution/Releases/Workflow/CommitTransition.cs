using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>
/// Writes a release together with the step that made it so, and has the step followed up. The job is remembered first: a process that dies
/// after the write leaves a step that the timer finds.
/// </summary>
public sealed class CommitTransition(ReleaseStore releases, JobStore jobs, TimeProvider clock)
{
    /// <summary>How long the write may take before the timer looks for its step.</summary>
    private static readonly TimeSpan Writing = TimeSpan.FromMinutes(1);

    /// <summary>Writes release and texts, if the release is still the one that was read.</summary>
    /// <returns>The release as it is now; null when it was changed meanwhile.</returns>
    public async Task<ReleaseDocument?> RunAsync(
        ReleaseDocument read,
        Release next,
        IReadOnlyCollection<Translation> texts,
        ReleaseTransition step,
        CancellationToken cancellationToken) =>
        await FollowedAsync(step, () => releases.ReplaceAsync(read, next, texts, step, cancellationToken), cancellationToken)
            ? await releases.FindAsync(next.Id, cancellationToken)
            : null;

    /// <summary>The same with the texts as they are.</summary>
    /// <returns>False when the release was changed meanwhile.</returns>
    public Task<bool> RunAsync(Stored<Release> read, Release next, ReleaseTransition step, CancellationToken cancellationToken) =>
        FollowedAsync(step, () => releases.ReplaceAsync(read, next, step, cancellationToken), cancellationToken);

    /// <returns>False when there is such a release already.</returns>
    public Task<bool> AddAsync(
        Release release, IEnumerable<Translation> texts, IReadOnlyList<ReleaseTransition> steps, CancellationToken cancellationToken) =>
        FollowedAsync(steps[0], () => releases.AddAsync(release, texts, steps, cancellationToken), cancellationToken);

    public Task<bool> RemoveAsync(ReleaseDocument read, ReleaseTransition step, CancellationToken cancellationToken) =>
        FollowedAsync(step, () => releases.DeleteAsync(read, step, cancellationToken), cancellationToken);

    private async Task<bool> FollowedAsync(ReleaseTransition step, Func<Task<WriteResult>> write, CancellationToken cancellationToken)
    {
        await jobs.ScheduleAsync(ProcessTransition.JobName, step.Release, clock.GetUtcNow() + Writing, cancellationToken);
        if (await write() is not WriteResult.Done) return false;
        await jobs.QueueAsync(ProcessTransition.JobName, step.Release, cancellationToken);
        return true;
    }
}
