using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Steering;

/// <summary>
/// Gives an outcome to each recipient that a cancelled dispatch has not mailed. Batches that a run still has are left to the timer's next
/// run.
/// </summary>
public sealed class CancelRemaining(BatchStore batches, TimeProvider time)
{
    public async Task RunAsync(Dispatch cancelled, CancellationToken cancellationToken)
    {
        await foreach (var open in batches.UnfinishedAsync(cancelled.Id, cancelled.Plan!, cancellationToken))
        {
            var now = time.GetUtcNow();
            if (open.LeaseUntil > now) continue;
            if (await batches.FindAsync(open.Key, cancellationToken) is not { } found || found.Batch.IsLeased(now)) continue;
            var skipped = found.Batch with { Stop = true, Outcomes = [.. found.Batch.Outcomes.Select(outcome => OutcomeRules.Cancel(outcome, now))] };
            // A write in between is a run that hands its batch back: the next run of the timer sees it.
            await batches.WriteAsync(skipped, found.ETag, cancellationToken);
        }
    }
}
