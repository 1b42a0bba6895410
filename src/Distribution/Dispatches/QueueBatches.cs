using Distribution.Storage;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches;

/// <summary>Puts batches on the queue. A message is a hint: a lost one is made again, a second one finds nothing to do.</summary>
public sealed class QueueBatches(BatchStore batches, Queues queues, TakeSlot takeSlot, IOptions<DispatchOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Queues a dispatch that has just been sealed; where there is no limit its batches say already that they are queued.</summary>
    public async Task AllAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        if (options.Value.MailsPerMinute > 0)
        {
            await StuckAsync(dispatch, cancellationToken);
            return;
        }

        await foreach (var batch in batches.UnfinishedAsync(dispatch.Id, dispatch.Plan!, cancellationToken)) await SendAsync(batch.Key, TimeSpan.Zero, cancellationToken);
    }

    /// <summary>Queues those that nobody works on though they are due, whatever became of their messages.</summary>
    public async Task StuckAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await foreach (var batch in batches.StuckAsync(dispatch.Id, dispatch.Plan!, now, options.Value.QueueAgain, cancellationToken))
        {
            if (await takeSlot.RunAsync(batch.Open, cancellationToken) is not { } slot) return;
            if (await batches.MarkQueuedAsync(batch, slot, cancellationToken)) await SendAsync(batch.Key, slot - now, cancellationToken);
        }
    }

    // The queue counts whole seconds and drops the rest; a batch that comes before its time is not sent.
    private async Task SendAsync(BatchKey batch, TimeSpan wait, CancellationToken cancellationToken) =>
        await queues[Queues.Batches].SendMessageAsync(
            batch.ToString(), TimeSpan.FromSeconds(Math.Max(0, Math.Ceiling(wait.TotalSeconds))), Kept, cancellationToken);
}
