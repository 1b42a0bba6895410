using Distribution.Contacts.Contacts;
using Distribution.Contacts.Search;
using Distribution.Platform.Jobs;

namespace Distribution.Audiences.Indexing;

/// <summary>
/// Rebuilds the whole index: reads all contacts, shard by shard, and then deletes the rows that were not written. Searches work
/// meanwhile. A run that is cut off resumes where it was.
/// </summary>
public sealed class ReindexContacts(
    ContactStore contacts, ContactIndexStore index, UpdateIndex updateIndex, IndexProgressStore progress, JobStore jobs, TimeProvider clock) : IJobRunner
{
    public const string JobName = "reindex";

    private const string Everything = "all";
    private const int AtOnce = 8;
    private const int ContactsPerStep = 200;

    /// <summary>Sorts behind every id.</summary>
    private const string Behind = "g";

    /// <summary>Shorter than the time after which a run is taken for lost.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);

    /// <summary>The storage's clock and ours may differ.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    public string Name => JobName;

    /// <summary>Starts the rebuilding of the index, from the beginning.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await progress.BeginAsync(JobName, Everything, clock.GetUtcNow(), cancellationToken);
        await jobs.AddAsync(JobName, Everything, cancellationToken);
    }

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        for (var started = clock.GetTimestamp(); clock.GetElapsedTime(started) < LongestRun;)
        {
            if (await progress.FindAsync(JobName, id, cancellationToken) is not { } read) return null;
            if (read.Value.After == Behind)
            {
                await index.DeleteBeforeAsync(read.Value.StartedAt - Apart, cancellationToken);
                await progress.EndAsync(read, cancellationToken);
                continue;
            }

            await progress.ReachAsync(read, await StepAsync(read.Value.After, cancellationToken), cancellationToken);
        }

        return clock.GetUtcNow().AddSeconds(1);
    }

    private async Task<string> StepAsync(string? after, CancellationToken cancellationToken)
    {
        var page = await contacts.PageAsync(ContactsPerStep, after, cancellationToken);
        await Parallel.ForEachAsync(
            page.Items.Select(contact => contact.Value.Id),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (contact, token) => await updateIndex.RunAsync(contact, token));
        return page.After ?? Behind;
    }
}
