using Distribution.Platform.Storage;

namespace Distribution.Contacts.Search;

/// <summary>The progress of the jobs on the index. A job that was restarted can no longer write its old place.</summary>
public sealed class IndexProgressStore(Tables tables)
{
    private const string Partition = "progress";

    private readonly Rows<IndexProgress> rows = new(tables[Tables.ContactIndex]);

    public Task<Stored<IndexProgress>?> FindAsync(string job, string id, CancellationToken cancellationToken) =>
        rows.FindAsync(Partition, $"{job}:{id}", cancellationToken);

    /// <summary>From the beginning, also if it has come somewhere.</summary>
    public Task BeginAsync(string job, string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        rows.PutAsync(Partition, $"{job}:{id}", new() { StartedAt = now }, cancellationToken);

    /// <returns>Whether no other run has restarted or advanced the job in the meantime.</returns>
    public async Task<bool> ReachAsync(Stored<IndexProgress> read, string after, CancellationToken cancellationToken) =>
        await rows.ReplaceAsync(read, read.Value with { After = after }, cancellationToken) is WriteResult.Done;

    /// <returns>Whether no other run has restarted or advanced the job in the meantime.</returns>
    public async Task<bool> EndAsync(Stored<IndexProgress> read, CancellationToken cancellationToken) =>
        await rows.DeleteAsync(read, cancellationToken) is WriteResult.Done;
}
