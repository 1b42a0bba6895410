using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Distribution.Server.Loops;

/// <summary>Keeps a received message from other consumers, and ends that one way or the other.</summary>
internal sealed class MessageHold(QueueClient queue, QueueMessage message, TimeProvider time, Action<Exception> log)
{
    public static readonly TimeSpan Visibility = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Renewal = Visibility / 2;

    private string receipt = message.PopReceipt;

    /// <summary>Runs the work and renews the hold until it ends.</summary>
    public async Task<bool> WhileAsync(Func<Task<bool>> work)
    {
        using var ended = new CancellationTokenSource();
        var renewing = RenewAsync(ended.Token);
        try
        {
            return await work();
        }
        finally
        {
            await ended.CancelAsync();
            await renewing;
        }
    }

    public Task DeleteAsync() => queue.DeleteMessageAsync(message.MessageId, receipt, CancellationToken.None);

    /// <summary>Lets others see the message after the delay.</summary>
    public async Task GiveBackAsync(TimeSpan delay)
    {
        var update = await queue.UpdateMessageAsync(message.MessageId, receipt, message.Body, delay, CancellationToken.None);
        receipt = update.Value.PopReceipt;
    }

    private async Task RenewAsync(CancellationToken ended)
    {
        while (true)
        {
            await Task.Delay(Renewal, time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
                return;
            // Not cancelled half-way: the answer carries the receipt that the deletion needs.
            await LoopBoundary.SurvivesAsync(() => GiveBackAsync(Visibility), log, CancellationToken.None);
        }
    }
}
