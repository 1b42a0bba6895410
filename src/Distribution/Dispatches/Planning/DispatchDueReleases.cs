using Distribution.Platform.Jobs;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Planning;

/// <summary>
/// The dispatch timer: starts what is due, and does nothing else. A large release that is planned does not hold up the next.
/// </summary>
public sealed class DispatchDueReleases(ReleaseTimeStore times, StartDue startDue, JobRuns runs, TimeProvider time)
{
    public const string Name = "dispatch";

    private const int AtOnce = 4;

    public Task RunAsync(CancellationToken cancellationToken) =>
        runs.RecordAsync(Name, () => StartAsync(cancellationToken), cancellationToken);

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        IndependentSteps steps = new(cancellationToken);
        await steps.TryAsync(() => Parallel.ForEachAsync(
            times.DueAsync(time.GetUtcNow(), cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (row, token) => await steps.TryAsync(() => startDue.RunAsync(row, token))));
        steps.ThrowIfAnyFailed();
    }
}
