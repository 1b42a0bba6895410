using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Distribution.Platform.Storage;
using Distribution.Testing.Functions;

namespace Distribution.Functions.Tests;

/// <summary>Takes messages from the head's queues and runs their functions, as the host does: what succeeds is deleted, the rest is seen again.</summary>
internal sealed class HeadQueues(FunctionsHost head, IReadOnlyDictionary<string, string?> settings)
{
    /// <summary>How long a message that was not deleted stays unseen.</summary>
    private static readonly TimeSpan Visibility = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly QueueServiceClient service = new(settings["Storage:ConnectionString"]);

    /// <summary>Handles messages, those of one look at the same time, until there is what the test waits for; its time limit ends a vain wait.</summary>
    public async Task RunUntilAsync(Func<Task<bool>> isEnough, CancellationToken cancellationToken)
    {
        while (!await isEnough())
        {
            if (await RunAsync(cancellationToken) == 0) await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    /// <returns>How many messages there were.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var handled = await Task.WhenAll(Queues.All.Select(queue => RunAsync(queue, cancellationToken)));
        return handled.Sum();
    }

    private async Task<int> RunAsync(string name, CancellationToken cancellationToken)
    {
        var queue = service.GetQueueClient(settings["Storage:Prefix"] + name);
        var messages = (await queue.ReceiveMessagesAsync(16, Visibility, cancellationToken)).Value;
        await Task.WhenAll(messages.Select(message => RunAsync(queue, name, message, cancellationToken)));
        return messages.Length;
    }

    private async Task RunAsync(QueueClient queue, string function, QueueMessage message, CancellationToken cancellationToken)
    {
        var run = await head.RunMessageAsync(function, message.MessageText, cancellationToken);
        if (run.Succeeded) await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
    }
}
