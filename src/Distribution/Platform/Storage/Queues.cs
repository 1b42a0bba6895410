using Azure.Storage.Queues;
using Microsoft.Extensions.Options;

namespace Distribution.Platform.Storage;

/// <summary>The program's queues by name, with the configured prefix.</summary>
public sealed class Queues(QueueServiceClient service, IOptions<StorageOptions> options)
{
    /// <summary>Batches to send; a message is <c>dispatch|plan|row</c>.</summary>
    public const string Batches = "batches";

    /// <summary>Named jobs to run; a message is <c>job|id</c>.</summary>
    public const string Work = "work";

    /// <summary>The same for jobs that somebody waits for, such as mails to one person.</summary>
    public const string Urgent = "urgent";

    /// <summary>Releases to be sent at once; a message is the release's id.</summary>
    public const string Releases = "releases";

    /// <summary>Every queue that <see cref="PrepareStorage"/> creates.</summary>
    public static IReadOnlyList<string> All { get; } = [Releases, Batches, Urgent, Work];

    /// <summary>How long a message may lie on a queue. The tables hold the truth, and a lost message is sent again.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Raised with the queue's name when this process has put a message on it that may be taken at once.</summary>
    public event Action<string>? Sent;

    public QueueClient this[string name] => service.GetQueueClient(options.Value.Prefix + name);

    /// <summary>
    /// Puts a message on a queue, to appear after the wait; the queue counts whole seconds and drops the rest, so they are rounded up.
    /// </summary>
    public async Task SendAsync(string name, string message, TimeSpan wait, CancellationToken cancellationToken)
    {
        var seconds = Math.Max(0, Math.Ceiling(wait.TotalSeconds));
        await this[name].SendMessageAsync(message, TimeSpan.FromSeconds(seconds), Kept, cancellationToken);
        if (seconds == 0) Sent?.Invoke(name);
    }

    /// <summary>When the message was sent that is first in a queue, by the storage's clock; null when none can be seen.</summary>
    public async Task<DateTimeOffset?> FirstSentAsync(string name, CancellationToken cancellationToken) =>
        (await this[name].PeekMessageAsync(cancellationToken)).Value?.InsertedOn;
}
