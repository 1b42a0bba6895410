using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Merging;

/// <summary>
/// Begins a merge, or its undoing, and completes it. A job is scheduled before and completed after, so that a merge that is cut off in
/// between, or has to wait, is resumed.
/// </summary>
public sealed class CompleteMerge(FinishMerge finishMerge, MergeStore merges, JobStore jobs, TimeProvider clock)
{
    /// <summary>Longer than a request may take.</summary>
    private static readonly TimeSpan LongestRequest = TimeSpan.FromMinutes(5);

    /// <param name="id">Id of the merge.</param>
    /// <param name="begin">Writes that it has begun, if it can.</param>
    /// <param name="cancellationToken">Ends it before it has begun.</param>
    /// <returns>Whether it has begun.</returns>
    public async Task<bool> RunAsync(string id, Func<Task<WriteResult>> begin, CancellationToken cancellationToken)
    {
        var job = await jobs.ScheduleAsync(FinishMerge.JobName, id, clock.GetUtcNow() + LongestRequest, cancellationToken);
        var hasBegun = await begin() is WriteResult.Done;
        var again = hasBegun ? await finishMerge.RunAsync(id, CancellationToken.None) : null;
        if (again is null) await jobs.CompleteAsync(FinishMerge.JobName, id, job, CancellationToken.None);
        else await jobs.QueueAsync(FinishMerge.JobName, id, again.Value - clock.GetUtcNow(), CancellationToken.None);
        return hasBegun;
    }

    /// <summary>Brings what others have begun with one of these contacts to its end.</summary>
    public async Task HelpAsync(IEnumerable<string> contacts, CancellationToken cancellationToken)
    {
        foreach (var contact in contacts)
        {
            if (await merges.UnderWayAsync(contact, cancellationToken) is { } merge) await finishMerge.RunAsync(merge, cancellationToken);
        }
    }
}
