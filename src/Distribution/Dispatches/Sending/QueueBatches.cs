using System.Runtime.CompilerServices;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.SendRates;
using Distribution.Platform.Storage;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches.Sending;

/// <summary>Puts batches on the queue. A message is a hint: a lost one is made again, a second one finds nothing to do.</summary>
public sealed class QueueBatches(
    BatchStore batches,
    Queues queues,
    SendRateStore sendRate,
    IOptions<SendRateOptions> limits,
    IOptions<DispatchOptions> options,
    TimeProvider time)
{
    /// <summary>
    /// One after the other would hold up the first mails of a large dispatch, and workers would ask for each message alone.
    /// </summary>
    private const int AtOnce = 8;

    /// <summary>
    /// Queues a dispatch that has just been sealed, and whose batches say already that they are queued. Under a limit the timer gives them
    /// slots instead, so that all dispatches have their turns.
    /// </summary>
    public async Task AllAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        if (limits.Value.Limits.AreSet || dispatch.State != DispatchState.Sending) return;
        await Parallel.ForEachAsync(
            batches.UnfinishedAsync(dispatch.Id, dispatch.Plan!, cancellationToken),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (batch, token) => await SendAsync(batch.Key, TimeSpan.Zero, token));
    }

    /// <summary>
    /// Queues the due batches that no run holds, whether or not their messages still exist: those of the most urgent kind first, and
    /// one of each dispatch in turn, so that a small dispatch need not wait for the end of a large one.
    /// </summary>
    public async Task StuckAsync(IReadOnlyCollection<Dispatch> dispatches, CancellationToken cancellationToken)
    {
        if (dispatches.Count == 0) return;
        SlotPlan? plan = null;
        var lost = await LostAfterAsync(cancellationToken);
        await foreach (var (batch, urgency) in InOrder(dispatches, lost, cancellationToken).WithCancellation(cancellationToken))
        {
            plan ??= new(await sendRate.FindAsync(cancellationToken), limits.Value.Limits);
            var now = time.GetUtcNow();
            if (plan.Find(urgency, batch.Open, now) is not { } slot) break;
            if (!await batches.MarkQueuedAsync(batch, slot.At, cancellationToken)) continue;
            plan.Keep(slot);
            await SendAsync(batch.Key, slot.At - now, cancellationToken);
        }

        // A timer that dies before this has only planned too tightly: only the permit that runs ask for counts.
        if (plan is { IsEmpty: false }) await sendRate.ChangeAsync(plan.Add, cancellationToken);
    }

    /// <summary>Queues a batch that was handed back with its time.</summary>
    public Task AgainAsync(BatchKey batch, DateTimeOffset due, CancellationToken cancellationToken) =>
        SendAsync(batch, due - time.GetUtcNow(), cancellationToken);

    /// <summary>
    /// After how long without a run the message of a batch must be lost: a message that is older than the first on the queue has been seen.
    /// </summary>
    private async Task<TimeSpan> LostAfterAsync(CancellationToken cancellationToken)
    {
        var wait = time.GetUtcNow() - await queues.FirstSentAsync(Queues.Batches, cancellationToken) ?? TimeSpan.Zero;
        return options.Value.RequeueAfter + (wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
    }

    private async IAsyncEnumerable<(BatchQueueState Batch, Urgency Urgency)> InOrder(
        IReadOnlyCollection<Dispatch> dispatches, TimeSpan lost, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var urgent in dispatches.GroupBy(dispatch => UrgencyRule.Get(dispatch.Kind)).OrderBy(group => group.Key))
        {
            var stuck = urgent.OrderBy(dispatch => dispatch.CreatedAt).Select(dispatch => StuckOf(dispatch, lost, cancellationToken));
            await foreach (var batch in RoundRobin.MergeAsync(stuck, cancellationToken)) yield return (batch, urgent.Key);
        }
    }

    private IAsyncEnumerable<BatchQueueState> StuckOf(Dispatch dispatch, TimeSpan lost, CancellationToken cancellationToken) =>
        batches.StuckAsync(dispatch.Id, dispatch.Plan!, time.GetUtcNow(), lost, cancellationToken);

    private Task SendAsync(BatchKey batch, TimeSpan wait, CancellationToken cancellationToken) =>
        queues.SendAsync(Queues.Batches, batch.ToString(), wait, cancellationToken);
}
