using System.Globalization;
using Distribution.Platform.Storage;

namespace Distribution.Platform.Jobs;

/// <summary>
/// The timer of waiting jobs: sends a message for each job whose time has come and whose message is not there or no longer. A job whose
/// message waits behind others gets no second one.
/// </summary>
public sealed class WakeJobs(JobStore jobs, Queues queues, JobRuns runs, TimeProvider time)
{
    public const string Name = "jobs";

    /// <summary>Messages sent by one run; those that have waited longest come first.</summary>
    private const int MostPerRun = 500;

    private const int AtOnce = 8;

    public Task RunAsync(CancellationToken cancellationToken) =>
        runs.RecordNotedAsync(Name, () => WakeAsync(cancellationToken), cancellationToken);

    private async Task<string?> WakeAsync(CancellationToken cancellationToken)
    {
        await jobs.AddLeftAsync(cancellationToken);
        var now = time.GetUtcNow();
        Dictionary<bool, DateTimeOffset> first = [];
        var (waiting, without) = (0, new PriorityQueue<Stored<Job>, long>());
        await foreach (var job in jobs.DueAsync(now, cancellationToken))
        {
            if (!job.Value.IsLeased(now)) waiting++;
            if (!JobQueueRule.NeedsMessage(job.Value, await FirstAsync(job.Value.IsUrgent), now)) continue;
            // The newest is first, so that it is the one to go.
            without.Enqueue(job, -job.Value.Due.UtcTicks);
            if (without.Count > MostPerRun) without.Dequeue();
        }

        var sent = await SendAsync(without.UnorderedItems.Select(item => item.Element).OrderBy(job => job.Value.Due), cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{waiting} waiting, {sent} queued again");

        async ValueTask<DateTimeOffset> FirstAsync(bool isUrgent)
        {
            if (first.TryGetValue(isUrgent, out var known)) return known;
            return first[isUrgent] = await queues.FirstSentAsync(isUrgent ? Queues.Urgent : Queues.Work, cancellationToken) ?? now;
        }
    }

    private async Task<int> SendAsync(IEnumerable<Stored<Job>> without, CancellationToken cancellationToken)
    {
        var sent = 0;
        await Parallel.ForEachAsync(
            without,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (job, token) =>
            {
                if (await jobs.SendAgainAsync(job, token)) Interlocked.Increment(ref sent);
            });
        return sent;
    }
}
