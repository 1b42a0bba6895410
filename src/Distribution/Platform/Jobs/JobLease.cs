using Distribution.Platform.Storage;

namespace Distribution.Platform.Jobs;

/// <summary>One run's hold on a job: renewed while it works, and given up at its end.</summary>
internal sealed class JobLease(JobStore jobs, Stored<Job> row, TimeProvider time)
{
    private static readonly TimeSpan Renewal = JobStore.Lease / 3;

    private Stored<Job> row = row;

    /// <summary>Whether another run may have the job; this one writes nothing more about it.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Does the work and renews the lease until it ends. The work is cancelled when the lease is lost.</summary>
    public async Task<T> WhileAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var working = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using CancellationTokenSource ended = new();
        var renewing = RenewAsync(working, ended.Token);
        try
        {
            return await work(working.Token);
        }
        finally
        {
            await ended.CancelAsync();
            await renewing;
        }
    }

    /// <summary>The work is done, or is to be continued at a time; and it runs again where that was asked for meanwhile.</summary>
    public async Task EndAsync(DateTimeOffset? again)
    {
        if (IsLost) return;
        var left = await jobs.ChangeAsync(row, job => Next(job, again), CancellationToken.None);
        if (left is not null) await jobs.SendAsync(left.Value, CancellationToken.None);
    }

    /// <summary>The work has failed or was stopped: its message comes back, and any worker may take the job then.</summary>
    public async Task GiveBackAsync()
    {
        if (IsLost) return;
        var now = time.GetUtcNow();
        await jobs.ChangeAsync(row, job => Free(job) with { QueuedAt = now }, CancellationToken.None);
    }

    private Job? Next(Job job, DateTimeOffset? again)
    {
        var due = job.Again is { } asked && !(again < asked) ? asked : again;
        return due is null ? null : jobs.Marked(Free(job) with { Due = due.Value, Attempts = 0 });
    }

    private static Job Free(Job job) => job with { Owner = null, LeaseUntil = null, Again = null };

    private async Task RenewAsync(CancellationTokenSource working, CancellationToken ended)
    {
        while (!IsLost)
        {
            await Task.Delay(Renewal, time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested) return;
            IsLost = !await TryRenewAsync();
        }

        await working.CancelAsync();
    }

    /// <returns>Whether the job is still this run's: while the storage is away, until the lease runs out.</returns>
    private async Task<bool> TryRenewAsync()
    {
        try
        {
            var until = time.GetUtcNow() + JobStore.Lease;
            var renewed = await jobs.ChangeAsync(row, job => job with { LeaseUntil = until }, CancellationToken.None);
            row = renewed ?? row;
            return renewed is not null;
        }
        catch (Exception failure) when (StorageOutage.Is(failure))
        {
            return row.Value.IsLeased(time.GetUtcNow());
        }
    }
}
