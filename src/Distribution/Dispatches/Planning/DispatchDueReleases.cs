using Distribution.Platform.Jobs;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Planning;

/// <summary>The dispatch timer: starts what is due, carries on what is planned, and wakes waiting jobs.</summary>
public sealed class DispatchDueReleases(
    ReleaseTimeStore times,
    StartDispatch startDispatch,
    StartTranslation startTranslation,
    ContinueDispatches continueDispatches,
    WakeJobs wakeJobs,
    JobRuns runs,
    TimeProvider time)
{
    public const string Name = "dispatch";

    public Task RunAsync(CancellationToken cancellationToken) => runs.RecordAsync(Name, () => DispatchAsync(cancellationToken), cancellationToken);

    private async Task DispatchAsync(CancellationToken cancellationToken)
    {
        IndependentSteps steps = new(cancellationToken);
        await steps.TryAsync(() => StartAsync(steps, cancellationToken));
        await steps.TryAsync(() => continueDispatches.RunAsync(steps, cancellationToken));
        await steps.TryAsync(() => wakeJobs.RunAsync(cancellationToken));
        steps.ThrowIfAnyFailed();
    }

    private async Task StartAsync(IndependentSteps steps, CancellationToken cancellationToken)
    {
        await foreach (var row in times.DueAsync(time.GetUtcNow(), cancellationToken))
        {
            await steps.TryAsync(() =>
                row.Value.Translation is null ? startDispatch.RunAsync(row, cancellationToken) : startTranslation.RunAsync(row, cancellationToken));
        }
    }
}
