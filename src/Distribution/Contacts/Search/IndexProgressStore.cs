using Distribution.Platform.Storage;

namespace Distribution.Contacts.Search;

/// <summary>How far the jobs on the index have come. A job that has been started anew cannot write its old place any more.</summary>
public sealed class IndexProgressStore(Tables tables)
{
    private const string Partition = "progress";

    private readonly Rows<IndexProgress> rows = new(tables[Tables.ContactIndex]);

    public Task<Stored<IndexProgress>?> FindAsync(string job, string id, CancellationToken cancellationToken) =>
        rows.FindAsync(Partition, $"{job}:{id}", cancellationToken);

    /// <summary>From the beginning, also if it has come somewhere.</summary>
    public Task BeginAsync(string job, string id, DateTimeOffset now, CancellationToken cancellationToken) =>
        rows.PutAsync(Partition, $"{job}:{id}", new() { StartedAt = now }, cancellationToken);

    /// <returns>Whether nobody has begun anew or gone on in the meantime.</returns>
    public async Task<bool> ReachAsync(Stored<IndexProgress> read, string after, CancellationToken cancellationToken) =>
        await rows.ReplaceAsync(read, read.Value with { After = after }, cancellationToken) is WriteResult.Done;

    /// <returns>Whether nobody has begun anew or gone on in the meantime.</returns>
    public async Task<bool> EndAsync(Stored<IndexProgress> read, CancellationToken cancellationToken) =>
        await rows.DeleteAsync(read, cancellationToken) is WriteResult.Done;
}
