using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Merging;

/// <summary>
/// Begins a merge, or its undoing, and completes it. A job is scheduled before and completed after, so that a merge that is cut off in
/// between, or has to wait, is resumed.
/// </summary>
public sealed class CompleteMerge(FinishMerge finishMerge, MergeStore merges, JobStore jobs)
{
    /// <param name="id">Id of the merge.</param>
    /// <param name="begin">Writes that it has begun, if it can.</param>
    /// <returns>Whether it has begun.</returns>
    public Task<bool> RunAsync(string id, Func<Task<WriteResult>> begin, CancellationToken cancellationToken) => jobs.FollowAsync(
        FinishMerge.JobName, id, async () => await begin() is WriteResult.Done, () => finishMerge.RunAsync(id, CancellationToken.None), cancellationToken);

    /// <summary>Brings what others have begun with one of these contacts to its end.</summary>
    public async Task HelpAsync(IEnumerable<string> contacts, CancellationToken cancellationToken)
    {
        foreach (var contact in contacts)
        {
            if (await merges.UnderWayAsync(contact, cancellationToken) is { } merge) await finishMerge.RunAsync(merge, cancellationToken);
        }
    }
}
