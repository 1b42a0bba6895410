using Distribution.Platform.Jobs;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Newsroom;

/// <summary>
/// Brings the shelves of the newsroom up to date for every release that was ever public, a hundred a job: each job adds the next before it
/// is done. Nothing is written where nothing is wrong.
/// </summary>
public sealed class RefreshNewsroom(ReleaseTimeStore times, UpdateNewsroom updateNewsroom, JobStore jobs) : IJobRunner
{
    public const string JobName = "newsroom";

    private const string Start = "all";
    private const int AtOnce = 4;
    private const int InOneJob = 100;

    public string Name => JobName;

    public Task StartAsync(CancellationToken cancellationToken) => jobs.AddAsync(JobName, Start, cancellationToken);

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        var page = await times.PublicAsync(InOneJob, id == Start ? null : id, cancellationToken);
        await Parallel.ForEachAsync(
            page.Items.Select(row => row.Value.Release),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (release, token) => await updateNewsroom.RunAsync(release, token));
        if (page.After is { } next) await jobs.AddAsync(JobName, next, cancellationToken);
        return null;
    }
}
