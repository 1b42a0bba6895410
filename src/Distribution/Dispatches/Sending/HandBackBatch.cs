using Distribution.Mail.SendRates;
using Distribution.Mail.Smtp;
using Microsoft.Extensions.Logging;

namespace Distribution.Dispatches.Sending;

/// <summary>Gives back what a run did not send of its batch, with the time at which another may.</summary>
public sealed partial class HandBackBatch(QueueBatches queueBatches, TimeProvider time, ILogger<HandBackBatch> logger)
{
    /// <summary>How long a batch rests when the relay as a whole is away.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <summary>Has every sender leave the relay alone for a while, as it asks.</summary>
    public async Task<DateTimeOffset> RestAsync(SendPermit sendPermit, SendResult trouble)
    {
        var until = await sendPermit.RestAsync(trouble.Reply);
        LogRest(until, trouble.Reply);
        return until;
    }

    /// <param name="run">The run that ends.</param>
    /// <param name="trouble">The obstacle that kept the rest of the batch from being sent, if there was one.</param>
    /// <param name="rested">Until when nothing is sent, if the relay asked for it.</param>
    /// <param name="refusal">Where no slot was free, when one is.</param>
    public async Task RunAsync(BatchRun run, SendResult? trouble, DateTimeOffset? rested, SendRateAnswer.Wait? refusal)
    {
        var now = time.GetUtcNow();
        if (trouble is not null || refusal is null)
        {
            var away = trouble is SendResult.Deferred ? trouble.Reply : null;
            await run.HandBackAsync(rested ?? (trouble is null ? now : now + Rest), queued: false, away);
            return;
        }

        // Too far ahead for a slot: the timer looks again, in order of urgency.
        await run.HandBackAsync(refusal.IsKept ? refusal.Slot.At : now + SendSlots.Ahead, refusal.IsKept, away: null);
        if (refusal.IsKept && !run.IsLost) await queueBatches.AgainAsync(run.Key, run.Due, CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Warning, "The relay asks us to slow down; it is left alone until {Until}: {Reply}")]
    private partial void LogRest(DateTimeOffset until, SmtpReply reply);
}
