using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Contacts.Contacts;

/// <summary>
/// Brings all projections of a contact up to date, also after a write that they depend on. It looks at the contact once more when it is
/// done, so that of two runs at once the last leaves the newest data. Idempotent.
/// </summary>
public sealed class SyncContact(ContactStore contacts, IEnumerable<IContactProjection> projections, JobStore jobs) : IJobRunner
{
    public const string JobName = "sync-contact";

    public string Name => JobName;

    /// <summary>Carries out the write and waits for the projections.</summary>
    /// <returns>Whether the write was done.</returns>
    public Task<bool> RunAsync(string contact, Func<Task<WriteResult>> write, CancellationToken cancellationToken) => jobs.FollowAsync(
        JobName, contact, async () => await write() is WriteResult.Done, () => RunAsync(contact, cancellationToken), cancellationToken);

    /// <summary>Carries out the write and leaves the projections to the job: the caller does not wait.</summary>
    public Task LaterAsync(string contact, Func<Task<bool>> write, CancellationToken cancellationToken) =>
        jobs.FollowAsync(JobName, contact, write, work: null, cancellationToken);

    /// <returns>Null: it is done.</returns>
    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        for (var current = await contacts.FindAsync(id, cancellationToken); ;)
        {
            var projected = current;
            foreach (var projection in projections)
            {
                if (!await projection.RunAsync(id, projected?.Value, cancellationToken)) return null;
            }

            current = await contacts.FindAsync(id, cancellationToken);
            if (current?.ETag == projected?.ETag) return null;
        }
    }
}
