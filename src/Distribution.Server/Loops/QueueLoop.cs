using Azure.Storage.Queues.Models;

namespace Distribution.Server.Loops;

/// <summary>
/// Takes messages from a queue as the Functions host would, up to the job's number at once. At a stop it takes no more,
/// lets the running handlers continue for a moment and then cancels them, so that they hand back the rest.
/// </summary>
internal sealed partial class QueueLoop(QueueJob job, TimeProvider time, ILogger<QueueLoop> logger) : BackgroundService
{
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private const int MostPerRequest = 32;

    private readonly SemaphoreSlim free = new(job.Concurrency);
    private readonly MessageRun run = new(job, time, logger);
    private readonly CancellationTokenSource handling = new();

    public override void Dispose()
    {
        handling.Dispose();
        free.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            var taken = await TakeAsync(stoppingToken);
            pause = taken > 0 ? ShortestPause : Longer(pause);
            if (taken == 0)
                await job.Bell.WaitAsync(pause, time, stoppingToken);
        }
        await DrainAsync();
    }

    private static TimeSpan Longer(TimeSpan pause) => pause * 2 < LongestPause ? pause * 2 : LongestPause;

    private async Task<int> TakeAsync(CancellationToken stoppingToken)
    {
        QueueMessage[] messages = [];
        await LoopBoundary.SurvivesAsync(async () => messages = await ReceiveAsync(stoppingToken), LogFailure, stoppingToken);
        foreach (var message in messages)
            _ = HandleAsync(message);
        return messages.Length;
    }

    private async Task<QueueMessage[]> ReceiveAsync(CancellationToken stoppingToken)
    {
        var slots = 0;
        var messages = Array.Empty<QueueMessage>();
        try
        {
            for (; slots < job.Refill; slots++)
                await free.WaitAsync(stoppingToken);
            while (slots < MostPerRequest && free.Wait(0, CancellationToken.None))
                slots++;
            messages = await job.Queue.ReceiveMessagesAsync(slots, MessageHold.Visibility, stoppingToken);
            return messages;
        }
        finally
        {
            if (slots > messages.Length)
                free.Release(slots - messages.Length);
        }
    }

    private async Task HandleAsync(QueueMessage message)
    {
        try
        {
            await run.RunAsync(message, handling.Token);
        }
        finally
        {
            free.Release();
        }
    }

    private async Task DrainAsync()
    {
        using var patience = new CancellationTokenSource(Grace, time);
        using var registration = patience.Token.Register(handling.Cancel);
        for (var slot = 0; slot < job.Concurrency; slot++)
            await free.WaitAsync(CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Warning, "The queue could not be read; it is tried again")]
    private partial void LogFailure(Exception failure);
}
