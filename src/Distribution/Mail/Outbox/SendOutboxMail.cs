using Distribution.Mail.Outcomes;
using Distribution.Mail.SendRates;
using Distribution.Mail.Smtp;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Microsoft.Extensions.Options;

namespace Distribution.Mail.Outbox;

/// <summary>Sends one mail of the outbox, with the same record of its outcome as a recipient of a dispatch.</summary>
public sealed class SendOutboxMail(
    OutboxStore outbox,
    WriteOutboxMail writeMail,
    SmtpTransport transport,
    CreateSendPermit createSendPermit,
    IOptions<RetryOptions> retries,
    TimeProvider time) : IJobRunner
{
    public const string JobName = "mail";

    /// <summary>A mail in flight for longer than a relay may take (RFC 5321, section 4.5.3.2.6) was left by a run that died.</summary>
    private static readonly TimeSpan LongestSend = TimeSpan.FromMinutes(15);

    /// <summary>Wait when somebody else is at the mail, or there is no relay or sender yet.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(5);

    private const string Expired = "The link in it stopped working before the mail could be sent.";

    public string Name => JobName;

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await outbox.FindAsync(id, cancellationToken) is not { } row) return null;
        if (row.Value.Outcome is { State: OutcomeState.Handed, At: { } handedAt } && now - handedAt < LongestSend)
            return handedAt + LongestSend;
        var before = OutcomeRules.AfterCrash(row.Value.Outcome, now, retries.Value);
        if (before.IsFinal) return await CloseAsync(row.Value, before);
        if (row.Value.ExpiresAt <= now)
            return await CloseAsync(row.Value, before with { State = OutcomeState.Failed, At = now, Words = Expired });
        if (!before.IsDue(now)) return before.RetryAt;
        var written = await writeMail.RunAsync(row.Value, cancellationToken);
        if (written is WriteOutboxMailResult.Failed failed)
            return await CloseAsync(row.Value, before with { State = OutcomeState.Failed, At = now, Words = failed.Reason });
        if (written is not WriteOutboxMailResult.Written { Message: var message, Sender: var sender }) return now + LookAgain;

        // First: a mail that waits for a connection is not in flight.
        await using var connection = await transport.RentAsync(cancellationToken);
        var sendPermit = createSendPermit.Run(Urgency.Outbox, before.RetryAt is { } kept ? new(kept, Urgency.Outbox, 1) : null);
        if (await sendPermit.TakeAsync(1, cancellationToken) == 0) return await WaitAsync(row.Value, before, sendPermit);
        var handed = row.Value with { Outcome = OutcomeRules.HandOver(before, time.GetUtcNow()) };
        if (await outbox.ReplaceAsync(row, handed, cancellationToken) is not WriteResult.Done) return time.GetUtcNow() + LookAgain;
        if (!await sendPermit.BeginAsync(1, CancellationToken.None)) return await WaitAsync(handed, before, sendPermit);
        var result = await connection.SendAsync(message, sender, new(handed.Name, handed.To), CancellationToken.None);
        var outcome = result is SendResult.Deferred deferred
            && OutcomeRules.Narrow(deferred, before, tookOthers: true).Scope == DeferralScope.Rate
            ? PutOff(before, handed, result, await sendPermit.RestAsync(result.Reply))
            : After(before, handed, result);
        await RecordAsync(handed, outcome);
        await sendPermit.EndAsync();
        return outcome.IsFinal ? null : outcome.RetryAt;
    }

    /// <summary>The limits have no room: the mail remembers the slot that is kept for it, and goes before all dispatches then.</summary>
    private async Task<DateTimeOffset?> WaitAsync(OutboxMail known, Outcome before, SendPermit sendPermit)
    {
        var slot = sendPermit.Refusal!.Slot.At;
        if (await outbox.FindAsync(known.Id, CancellationToken.None) is { } row && row.Value == known)
        {
            await outbox.ReplaceAsync(row, known with { Outcome = before with { RetryAt = slot } }, CancellationToken.None);
        }

        return slot;
    }

    private Outcome After(Outcome before, OutboxMail handed, SendResult result) => result is SendResult.Stopped
        ? PutOff(before, handed, result, time.GetUtcNow() + LookAgain)
        : OutcomeRules.After(handed.Outcome, result, handed.CreatedAt, time.GetUtcNow(), Random.Shared.NextDouble(), retries.Value);

    /// <summary>It is nobody's fault, but not for ever: a mail to one person is worth nothing after days.</summary>
    private Outcome PutOff(Outcome before, OutboxMail mail, SendResult result, DateTimeOffset until) =>
        time.GetUtcNow() - mail.CreatedAt >= retries.Value.MaxRetryAge
            ? OutcomeRules.GiveUp(before, result.Reply, time.GetUtcNow())
            : OutcomeRules.TakeBack(before, result) with { State = OutcomeState.Deferred, RetryAt = until };

    /// <summary>Nothing more is done about the mail, and its row says so.</summary>
    private async Task<DateTimeOffset?> CloseAsync(OutboxMail read, Outcome outcome)
    {
        if (outcome != read.Outcome) await RecordAsync(read, outcome);
        return null;
    }

    /// <summary>
    /// The server's answer is recorded whatever else happens: no cancellation here. A run that has taken this one for dead and written to
    /// the
    /// row meanwhile has not seen that answer.
    /// </summary>
    private async Task RecordAsync(OutboxMail known, Outcome outcome)
    {
        while (await outbox.FindAsync(known.Id, CancellationToken.None) is { } row)
        {
            var next = row.Value == known ? outcome : OutcomeRules.Merge(outcome, row.Value.Outcome);
            if (await outbox.ReplaceAsync(row, row.Value with { Outcome = next }, CancellationToken.None) is WriteResult.Done) return;
        }
    }
}
