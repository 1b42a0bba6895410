using Azure.Storage.Queues;

namespace Distribution.Server.Loops;

/// <summary>A queue, what handles its messages, how many at once, and where a message goes that fails again and again.</summary>
internal sealed record QueueJob(QueueClient Queue, QueueClient Poison, int Concurrency, Func<string, CancellationToken, Task> HandleAsync);
