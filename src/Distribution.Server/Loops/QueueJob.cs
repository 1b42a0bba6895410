using Azure.Storage.Queues;

namespace Distribution.Server.Loops;

/// <summary>A queue, what handles its messages, how many at once, and where a message goes that fails again and again.</summary>
internal sealed record QueueJob(QueueClient Queue, QueueClient Poison, int Concurrency, Func<string, CancellationToken, Task> HandleAsync)
{
    /// <summary>
    /// How many more it must be able to take before it asks for any, 1 to <see cref="Concurrency"/>: a request for one message each would
    /// cost as many requests.
    /// </summary>
    public int Refill { get; init; } = 1;

    /// <summary>Rings when there is something to take; what other processes send is found when the loop looks the next time.</summary>
    public QueueBell Bell { get; } = new();
}
