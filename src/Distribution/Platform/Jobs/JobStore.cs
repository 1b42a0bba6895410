using Azure;
using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Platform.Jobs;

/// <summary>Jobs that are not done yet, and the queue that hints at them.</summary>
public sealed class JobStore(Tables tables, Queues queues, TimeProvider time)
{
    private const string Open = "open";

    /// <summary>Longer than a request may take, so that the timer does not run a job before the write that it follows.</summary>
    private static readonly TimeSpan MaxRequestDuration = TimeSpan.FromMinutes(5);

    private readonly Rows<Job> rows = new(tables[Tables.Jobs]);

    /// <summary>Remembers a job and queues it. One that is already waiting is queued again.</summary>
    public async Task AddAsync(string name, string id, CancellationToken cancellationToken)
    {
        await rows.PutAsync(Open, Key(name, id), new Job { Name = name, Id = id, Due = time.GetUtcNow() }, cancellationToken);
        await QueueAsync(name, id, cancellationToken);
    }

    /// <summary>
    /// Carries out a write that a job has to follow. The job is remembered before and forgotten after, so that a crash in between leaves
    /// nothing undone for good: the timer runs it.
    /// </summary>
    /// <param name="name">Name of the job.</param>
    /// <param name="id">The subject of the job.</param>
    /// <param name="write">Returns whether it was done; if it was not, there is nothing to follow.</param>
    /// <param name="work">The job's work, where the caller waits for it; else it is queued.</param>
    /// <param name="cancellationToken">Ends it before the write.</param>
    /// <returns>Whether the write was done.</returns>
    public async Task<bool> FollowAsync(
        string name, string id, Func<Task<bool>> write, Func<Task<DateTimeOffset?>>? work, CancellationToken cancellationToken)
    {
        var version = await ScheduleAsync(name, id, time.GetUtcNow() + MaxRequestDuration, cancellationToken);
        var isDone = await write();
        // From here on it is carried through, whether or not the caller still waits.
        if (isDone && work is null) await QueueAsync(name, id, CancellationToken.None);
        else if (isDone && await work!() is { } again) await QueueAsync(name, id, again - time.GetUtcNow(), CancellationToken.None);
        else await CompleteAsync(name, id, version, CancellationToken.None);
        return isDone;
    }

    /// <summary>The same for a job that is queued, after a write to the storage.</summary>
    public Task<bool> FollowAsync(string name, string id, Func<Task<WriteResult>> write, CancellationToken cancellationToken) =>
        FollowAsync(name, id, async () => await write() is WriteResult.Done, work: null, cancellationToken);

    /// <summary>Remembers a job that is done at once and falls to the timer only if this process dies before it <see cref="CompleteAsync">forgets</see> it.</summary>
    /// <returns>
    /// The version to complete; null when others have scheduled the job too. Then nobody completes it, since nobody knows what the others
    /// have
    /// still to do, and the timer has it done once more.
    /// </returns>
    public async Task<ETag?> ScheduleAsync(string name, string id, DateTimeOffset due, CancellationToken cancellationToken)
    {
        Job job = new() { Name = name, Id = id, Due = due };
        if (await rows.AddAsync(Open, Key(name, id), job, cancellationToken) is WriteResult.Done added) return added.ETag;
        // A new version, so that those before do not forget it.
        await rows.PutAsync(Open, Key(name, id), job, cancellationToken);
        return null;
    }

    /// <summary>The job is done, unless it was scheduled or added once more since.</summary>
    public async Task CompleteAsync(string name, string id, ETag? version, CancellationToken cancellationToken)
    {
        if (version is { } mine) await rows.DeleteAsync(Open, Key(name, id), mine, cancellationToken);
    }

    public Task<Stored<Job>?> FindAsync(string name, string id, CancellationToken cancellationToken) =>
        rows.FindAsync(Open, Key(name, id), cancellationToken);

    public Task<WriteResult> ReplaceAsync(Stored<Job> read, Job job, CancellationToken cancellationToken) =>
        rows.ReplaceAsync(read, job, cancellationToken);

    /// <summary>The job is done, unless it was asked for once more since it was read.</summary>
    public Task<WriteResult> RemoveAsync(Stored<Job> read, CancellationToken cancellationToken) => rows.DeleteAsync(read, cancellationToken);

    public IAsyncEnumerable<Stored<Job>> AllAsync(CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Open}"), cancellationToken);

    public Task QueueAsync(string name, string id, CancellationToken cancellationToken) => QueueAsync(name, id, TimeSpan.Zero, cancellationToken);

    /// <summary>Queues a job so that it appears after the wait.</summary>
    public Task QueueAsync(string name, string id, TimeSpan wait, CancellationToken cancellationToken) =>
        queues.SendAsync(Queues.Work, Key(name, id), wait, cancellationToken);

    private static string Key(string name, string id) => $"{name}|{id}";
}
