using Azure.Storage.Queues.Models;

namespace Distribution.Server.Loops;

/// <summary>
/// One message from its receipt to its end: deleted when its handler ends well, seen again a minute after a failure,
/// laid aside in the poison queue after the fifth.
/// </summary>
internal sealed partial class MessageRun(QueueJob job, TimeProvider time, ILogger logger)
{
    private const int MostTries = 5;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMinutes(1);

    // A message that could be neither deleted nor given back is seen again by itself when its time is up.
    public Task RunAsync(QueueMessage message, CancellationToken cancellationToken) =>
        LoopBoundary.SurvivesAsync(() => ResolveAsync(message, cancellationToken), LogUnresolved, CancellationToken.None);

    private async Task ResolveAsync(QueueMessage message, CancellationToken cancellationToken)
    {
        var hold = new MessageHold(job.Queue, message, time, LogUnresolved);
        if (message.DequeueCount > MostTries)
            await LayAsideAsync(message, hold);
        else if (await hold.WhileAsync(() => HandleAsync(message, cancellationToken)))
            await hold.DeleteAsync();
        else if (cancellationToken.IsCancellationRequested)
            await hold.GiveBackAsync(TimeSpan.Zero);
        else if (message.DequeueCount == MostTries)
            await LayAsideAsync(message, hold);
        else
            await hold.GiveBackAsync(RetryDelay);
    }

    private Task<bool> HandleAsync(QueueMessage message, CancellationToken cancellationToken) =>
        LoopBoundary.SurvivesAsync(
            () => job.HandleAsync(message.Body.ToString(), cancellationToken),
            failure => LogFailure(failure, job.Queue.Name, message.MessageId, message.DequeueCount),
            cancellationToken);

    private async Task LayAsideAsync(QueueMessage message, MessageHold hold)
    {
        await job.Poison.CreateIfNotExistsAsync(cancellationToken: CancellationToken.None);
        await job.Poison.SendMessageAsync(message.Body, cancellationToken: CancellationToken.None);
        await hold.DeleteAsync();
        LogPoison(job.Queue.Name, message.MessageId, job.Poison.Name);
    }

    [LoggerMessage(LogLevel.Error, "Message {Message} of queue {Queue} failed (try {Try})")]
    private partial void LogFailure(Exception failure, string queue, string message, long @try);

    [LoggerMessage(LogLevel.Error, "Message {Message} of queue {Queue} failed too often and lies in {Poison}")]
    private partial void LogPoison(string queue, string message, string poison);

    [LoggerMessage(LogLevel.Warning, "A message could not be renewed, deleted or given back; it may be handled again")]
    private partial void LogUnresolved(Exception failure);
}
