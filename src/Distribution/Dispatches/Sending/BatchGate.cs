using Distribution.Dispatches.Ledger;
using Distribution.Mail.SendRates;
using Distribution.Mail.Smtp;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches.Sending;

/// <summary>Whether a batch that a message names may be sent now, by the settings; pure.</summary>
public sealed class BatchGate(IOptions<SendRateOptions> sendRate, IOptions<MailOptions> mail)
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    /// <summary>How far this instance's clock may be behind the one that queued the batch.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(10);

    /// <summary>The switch counts for mails that are planned already, too: turned off, or on a copy of the storage, nothing leaves.</summary>
    public bool MaySend(DispatchKind kind) => RecipientsSwitch.Parse(mail.Value.Recipients) switch
    {
        RecipientsSwitch.Everybody => true,
        RecipientsSwitch.Rehearsal => kind == DispatchKind.Rehearsal,
        _ => false,
    };

    /// <summary>Where a rate is set, a batch that comes late has lost its slot: the timer finds it another, so that no burst follows an outage.</summary>
    public bool MayRun(Batch batch, DateTimeOffset now) =>
        !batch.IsDone
        && !batch.Stop
        && !batch.IsLeased(now)
        && batch.Due <= now + ClockDifference
        && (!sendRate.Value.Limits.AreSet || now - batch.Due <= Late);
}
