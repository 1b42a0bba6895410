using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Subscriptions;

/// <summary>
/// Carries out a write after which the copies in a contact's subscriptions may be out of date, and updates them. A job is
/// scheduled before and completed after, so that a crash in between leaves nothing wrong for good.
/// </summary>
public sealed class SyncAfterWrite(SyncSubscriptions syncSubscriptions, JobStore jobs, TimeProvider clock)
{
    /// <summary>Longer than a request may take, so that the job does not run before the write.</summary>
    private static readonly TimeSpan LongestRequest = TimeSpan.FromMinutes(5);

    /// <returns>Whether the write was done.</returns>
    public async Task<bool> RunAsync(string contact, Func<Task<WriteResult>> write, CancellationToken cancellationToken)
    {
        var job = await jobs.ScheduleAsync(SyncSubscriptions.JobName, contact, clock.GetUtcNow() + LongestRequest, cancellationToken);
        var isDone = await write() is WriteResult.Done;
        if (isDone) await syncSubscriptions.RunAsync(contact, cancellationToken);
        await jobs.CompleteAsync(SyncSubscriptions.JobName, contact, job, cancellationToken);
        return isDone;
    }

    /// <summary>The same, but the copies are brought up to date by the job, soon: the caller does not wait.</summary>
    public async Task LaterAsync(string contact, Func<Task<bool>> write, CancellationToken cancellationToken)
    {
        var job = await jobs.ScheduleAsync(SyncSubscriptions.JobName, contact, clock.GetUtcNow() + LongestRequest, cancellationToken);
        if (await write()) await jobs.QueueAsync(SyncSubscriptions.JobName, contact, cancellationToken);
        else await jobs.CompleteAsync(SyncSubscriptions.JobName, contact, job, cancellationToken);
    }
}
