using Azure.Storage.Queues;
using Microsoft.Extensions.Options;

namespace Distribution.Storage;

/// <summary>The program's queues by name, with the configured prefix.</summary>
public sealed class Queues(QueueServiceClient service, IOptions<StorageOptions> options)
{
    /// <summary>Batches to send; a message is <c>dispatch|plan|row</c>.</summary>
    public const string Batches = "batches";

    /// <summary>Named jobs to run; a message is <c>job|id</c>.</summary>
    public const string Work = "work";

    /// <summary>Every queue that <see cref="PrepareStorage"/> creates.</summary>
    public static IReadOnlyList<string> All { get; } = [Batches, Work];

    public QueueClient this[string name] => service.GetQueueClient(options.Value.Prefix + name);
}
