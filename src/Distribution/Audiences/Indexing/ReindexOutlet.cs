using Distribution.Contacts.Contacts;
using Distribution.Contacts.Search;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Indexing;

/// <summary>
/// Updates the index rows of all contacts who work or worked for an outlet with its new name and type, step by step; a run that is cut off
/// resumes where it was.
/// </summary>
public sealed class ReindexOutlet(
    ContactIndexStore index, UpdateIndex updateIndex, IndexProgressStore progress, TimeProvider clock) : IJobRunner
{
    public const string JobName = "outlet";

    private const int AtOnce = 8;
    private const int ContactsPerStep = 100;

    /// <summary>Shorter than the time after which a run is taken for lost.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);

    public string Name => JobName;

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        for (var started = clock.GetTimestamp(); clock.GetElapsedTime(started) < LongestRun;)
        {
            var read = await progress.FindAsync(JobName, id, cancellationToken);
            if (read is null)
            {
                // The process died between the write and its end.
                await progress.BeginAsync(JobName, id, clock.GetUtcNow(), cancellationToken);
                continue;
            }

            if (await StepAsync(id, read, cancellationToken)) return null;
        }

        return clock.GetUtcNow().AddSeconds(1);
    }

    /// <returns>Whether it was the last step.</returns>
    private async Task<bool> StepAsync(string id, Stored<IndexProgress> read, CancellationToken cancellationToken)
    {
        var (status, after) = Place(read.Value.After);
        var page = await index.ContactsAtAsync(id, status, ContactsPerStep, after, cancellationToken);
        await Parallel.ForEachAsync(
            page.Items.Select(key => key.Contact),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (contact, token) => await updateIndex.RunAsync(contact, token));
        if (page.After is null && status == ContactStatus.Archived) return await progress.EndAsync(read, cancellationToken);
        await progress.ReachAsync(read, page.After is null ? $"{ContactStatus.Archived} " : $"{status} {page.After}", cancellationToken);
        return false;
    }

    private static (ContactStatus Status, string? After) Place(string? reached) => reached?.Split(' ', 2) is [var status, var after]
        ? (Enum.Parse<ContactStatus>(status), after.Length == 0 ? null : after)
        : (ContactStatus.Active, null);
}
