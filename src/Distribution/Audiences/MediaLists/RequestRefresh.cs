using Azure;
using Distribution.Audiences.Subscriptions;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.MediaLists;

/// <summary>
/// Carries out a write after which rules may put others on lists, and has the contacts gone over. The job is remembered before, so that
/// after a crash in between it is run too.
/// </summary>
public sealed class RequestRefresh(JobStore jobs, TimeProvider clock)
{
    /// <summary>Longer than a request may take, so that the job does not run before the write.</summary>
    private static readonly TimeSpan LongestRequest = TimeSpan.FromMinutes(5);

    public async Task<WriteResult> RunAsync(IReadOnlyList<string> lists, Func<Task<WriteResult>> write, CancellationToken cancellationToken)
    {
        List<(string List, ETag? Job)> remembered = [];
        foreach (var list in lists)
            remembered.Add(
                (list, await jobs.ScheduleAsync(RefreshMembers.JobName, list, clock.GetUtcNow() + LongestRequest, cancellationToken)));
        var result = await write();
        foreach (var (list, job) in remembered)
        {
            if (result is WriteResult.Done) await RunAsync(list, cancellationToken);
            else await jobs.CompleteAsync(RefreshMembers.JobName, list, job, cancellationToken);
        }

        return result;
    }

    /// <summary>Has the contacts gone over for one list, as soon as may be.</summary>
    public Task RunAsync(string list, CancellationToken cancellationToken) =>
        jobs.AddAsync(RefreshMembers.JobName, list, cancellationToken);
}
