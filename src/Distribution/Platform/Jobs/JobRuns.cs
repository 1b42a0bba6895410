using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Platform.Jobs;

/// <summary>Remembers the last run of each timed job, for <c>/api/status</c>.</summary>
public sealed class JobRuns(Tables tables, JobMetrics metrics, TimeProvider time)
{
    private const string Runs = "runs";

    private readonly Rows<JobRun> rows = new(tables[Tables.Jobs]);

    /// <summary>Runs a job and records start, end and failure; the failure is rethrown.</summary>
    public Task RecordAsync(string job, Func<Task> work, CancellationToken cancellationToken) =>
        RecordNotedAsync(
            job,
            async () =>
            {
                await work();
                return null;
            },
            cancellationToken);

    /// <summary>The same with what the job says of its work.</summary>
    public async Task RecordNotedAsync(string job, Func<Task<string?>> work, CancellationToken cancellationToken)
    {
        JobRun run = new() { Job = job, StartedAt = time.GetUtcNow() };
        try
        {
            run = run with { Note = await work() };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            metrics.Add(job, succeeded: false);
            await rows.PutAsync(
                Runs,
                job,
                run with { FinishedAt = time.GetUtcNow(), Failure = failure.GetBaseException().GetType().Name },
                cancellationToken);
            throw;
        }

        metrics.Add(job, succeeded: true);
        await rows.PutAsync(Runs, job, run with { FinishedAt = time.GetUtcNow() }, cancellationToken);
    }

    /// <summary>The last run of a job; null when it has never run.</summary>
    public async Task<JobRun?> FindAsync(string job, CancellationToken cancellationToken) =>
        (await rows.FindAsync(Runs, job, cancellationToken))?.Value;

    public IAsyncEnumerable<Stored<JobRun>> AllAsync(CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Runs}"), cancellationToken);
}
