using Azure;
using Azure.Data.Tables;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Platform.Jobs;

/// <summary>Jobs that are not done yet, and the queues that hint at them.</summary>
public sealed class JobStore(Tables tables, Queues queues, TimeProvider time)
{
    /// <summary>A run that dies is followed by another this long after its last renewal, at the latest.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    private const string Open = "open";
    private const string Following = "follow-ups";

    /// <summary>Longer than a request may take, so that the timer does not run a job before the write that it follows.</summary>
    private static readonly TimeSpan MaxRequestDuration = TimeSpan.FromMinutes(5);

    /// <summary>A job that continues within this time does not wait for the timer.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private readonly Rows<Job> rows = new(tables[Tables.Jobs]);
    private readonly Rows<FollowUp> followUps = new(tables[Tables.Jobs]);

    /// <summary>Has a job run as soon as a worker is free. One that waits already, or that runs and then runs again, is one job.</summary>
    public Task AddAsync(string name, string id, CancellationToken cancellationToken) =>
        ScheduleAsync(new() { Name = name, Id = id, Due = time.GetUtcNow() }, cancellationToken);

    /// <summary>The same for a job that somebody waits for.</summary>
    public Task AddUrgentAsync(string name, string id, CancellationToken cancellationToken) =>
        ScheduleAsync(new() { Name = name, Id = id, Due = time.GetUtcNow(), IsUrgent = true }, cancellationToken);

    /// <summary>Has a job run at a time.</summary>
    public Task ScheduleAsync(string name, string id, DateTimeOffset due, CancellationToken cancellationToken) =>
        ScheduleAsync(new() { Name = name, Id = id, Due = due }, cancellationToken);

    /// <summary>
    /// Carries out a write that a job has to follow. That is remembered before and forgotten after, so that a crash in between leaves
    /// nothing undone for good: the timer runs the job.
    /// </summary>
    /// <param name="name">Name of the job.</param>
    /// <param name="id">The subject of the job.</param>
    /// <param name="write">Returns whether it was done; if it was not, there is nothing to follow.</param>
    /// <param name="work">The job's work, where the caller waits for it; else it is queued.</param>
    /// <param name="cancellationToken">Ends it before the write.</param>
    /// <returns>Whether the write was done.</returns>
    public Task<bool> FollowAsync(
        string name, string id, Func<Task<bool>> write, Func<Task<DateTimeOffset?>>? work, CancellationToken cancellationToken) =>
        FollowAsync(new() { Name = name, Id = id, Due = time.GetUtcNow() }, write, work, cancellationToken);

    /// <summary>The same for a job that is queued, after a write to the storage.</summary>
    public Task<bool> FollowAsync(string name, string id, Func<Task<WriteResult>> write, CancellationToken cancellationToken) =>
        FollowAsync(name, id, async () => await write() is WriteResult.Done, work: null, cancellationToken);

    /// <summary>The same for a job that somebody waits for.</summary>
    public Task<bool> FollowUrgentAsync(string name, string id, Func<Task<WriteResult>> write, CancellationToken cancellationToken) =>
        FollowAsync(
            new() { Name = name, Id = id, Due = time.GetUtcNow(), IsUrgent = true },
            async () => await write() is WriteResult.Done,
            work: null,
            cancellationToken);

    public Task<Stored<Job>?> FindAsync(string name, string id, CancellationToken cancellationToken) =>
        rows.FindAsync(Open, Key(name, id), cancellationToken);

    /// <summary>The job is done, unless it was asked for once more since it was read.</summary>
    public Task<WriteResult> RemoveAsync(Stored<Job> read, CancellationToken cancellationToken) =>
        rows.DeleteAsync(read, cancellationToken);

    public IAsyncEnumerable<Stored<Job>> AllAsync(CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Open}"), cancellationToken);

    /// <summary>Jobs whose time has come, those that run included.</summary>
    public IAsyncEnumerable<Stored<Job>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Open} and Due le {now}"), cancellationToken);

    /// <summary>Writes that are being made, or that a process has died in, with the job that is to follow.</summary>
    public IAsyncEnumerable<Stored<FollowUp>> FollowUpsAsync(CancellationToken cancellationToken) =>
        followUps.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Following}"), cancellationToken);

    /// <summary>Makes jobs of what processes have left behind that died within a write.</summary>
    public async Task AddLeftAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await foreach (var left in followUps.QueryAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {Following} and Due le {now}"), cancellationToken))
        {
            var (name, id, isUrgent) = (left.Value.Name, left.Value.Id, left.Value.IsUrgent);
            await ScheduleAsync(new() { Name = name, Id = id, Due = now, IsUrgent = isUrgent }, cancellationToken);
            await followUps.DeleteAsync(left, cancellationToken);
        }
    }

    /// <summary>Sends a message for a job that has none, unless the job has changed since it was read.</summary>
    /// <returns>Whether it was sent.</returns>
    public async Task<bool> SendAgainAsync(Stored<Job> read, CancellationToken cancellationToken)
    {
        var queued = read.Value with { QueuedAt = time.GetUtcNow(), Owner = null, LeaseUntil = null };
        if (await rows.ReplaceAsync(read, queued, cancellationToken) is not WriteResult.Done) return false;
        await SendAsync(queued, cancellationToken);
        return true;
    }

    /// <summary>Takes a job for one run; of several workers at once one gets it.</summary>
    /// <returns>Null when it is done, or another run has it.</returns>
    internal async Task<JobLease?> TakeAsync(string name, string id, CancellationToken cancellationToken)
    {
        while (await FindAsync(name, id, cancellationToken) is { } read)
        {
            var now = time.GetUtcNow();
            if (read.Value.IsLeased(now)) return null;
            var taken = read.Value with
            {
                Owner = NewId.Random()[..12],
                LeaseUntil = now + Lease,
                Attempts = read.Value.Attempts + 1,
                Again = null,
            };
            if (await rows.ReplaceAsync(read, taken, cancellationToken) is WriteResult.Done done)
                return new(this, read.As(taken, done.ETag), time);
        }

        return null;
    }

    /// <summary>Writes to a job that the caller's run has.</summary>
    /// <param name="held">The job as that run knows it.</param>
    /// <param name="change">The change; null deletes the job.</param>
    /// <returns>The job as it is now; null when it is gone or the run no longer has it.</returns>
    internal async Task<Stored<Job>?> ChangeAsync(Stored<Job> held, Func<Job, Job?> change, CancellationToken cancellationToken)
    {
        for (Stored<Job>? read = held; read is not null && read.Value.Owner == held.Value.Owner;)
        {
            var next = change(read.Value);
            var written = next is null
                ? await rows.DeleteAsync(read, cancellationToken)
                : await rows.ReplaceAsync(read, next, cancellationToken);
            if (written is WriteResult.Done done) return next is null ? null : read.As(next, done.ETag);
            read = await FindAsync(held.Value.Name, held.Value.Id, cancellationToken);
        }

        return null;
    }

    /// <summary>The job as it is when it is to run at a time, with a mark of the message that <see cref="SendAsync"/> sends then.</summary>
    internal Job Marked(Job job) => job with { QueuedAt = job.Due - time.GetUtcNow() < Soon ? Later(job.Due, time.GetUtcNow()) : null };

    /// <summary>Sends the message of a marked job; one that is due only later has none, and the timer sends it then.</summary>
    internal async Task SendAsync(Job marked, CancellationToken cancellationToken)
    {
        if (marked.QueuedAt is not { } at) return;
        var queue = marked.IsUrgent ? Queues.Urgent : Queues.Work;
        await queues.SendAsync(queue, Key(marked.Name, marked.Id), at - time.GetUtcNow(), cancellationToken);
    }

    private async Task<bool> FollowAsync(
        Job job, Func<Task<bool>> write, Func<Task<DateTimeOffset?>>? work, CancellationToken cancellationToken)
    {
        var row = NewId.Random();
        FollowUp followUp = new() { Name = job.Name, Id = job.Id, Due = job.Due + MaxRequestDuration, IsUrgent = job.IsUrgent };
        await followUps.AddAsync(Following, row, followUp, cancellationToken);
        var isDone = await write();
        // From here on it is carried through, whether or not the caller still waits.
        if (isDone && work is null) await ScheduleAsync(job with { Due = time.GetUtcNow() }, CancellationToken.None);
        else if (isDone && await work!() is { } again) await ScheduleAsync(job with { Due = again }, CancellationToken.None);
        await followUps.DeleteAsync(Following, row, ETag.All, CancellationToken.None);
        return isDone;
    }

    private async Task ScheduleAsync(Job job, CancellationToken cancellationToken)
    {
        var wanted = Marked(job);
        WriteResult? written = null;
        while (written is not WriteResult.Done)
        {
            written = await rows.AddAsync(Open, Key(job.Name, job.Id), wanted, cancellationToken);
            if (written is WriteResult.Done || await FindAsync(job.Name, job.Id, cancellationToken) is not { } found) continue;
            var now = time.GetUtcNow();
            // A worker that takes it from now on sees what the caller has done; its message waits, or the timer sends it another.
            if (IsWaiting(found.Value, now) && job.Due <= now) return;
            if (found.Value.IsLeased(now))
            {
                var again = found.Value.Again is { } earlier && earlier < job.Due ? earlier : job.Due;
                if (await rows.ReplaceAsync(found, found.Value with { Again = again }, cancellationToken) is WriteResult.Done) return;
            }
            else
            {
                wanted = wanted with { IsUrgent = wanted.IsUrgent || found.Value.IsUrgent };
                written = await rows.ReplaceAsync(found, wanted, cancellationToken);
            }
        }

        await SendAsync(wanted, cancellationToken);
    }

    /// <summary>Whether a job has a message that was never taken; one that has failed is sent another.</summary>
    private static bool IsWaiting(Job job, DateTimeOffset now) =>
        job is { Owner: null, QueuedAt: not null, Attempts: 0 } && job.Due <= now;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static string Key(string name, string id) => $"{name}|{id}";
}
