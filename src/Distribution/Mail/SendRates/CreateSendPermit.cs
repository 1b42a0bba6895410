using Distribution.Mail.Smtp;
using Microsoft.Extensions.Options;

namespace Distribution.Mail.SendRates;

/// <summary>Creates the permit of a run that is about to send. That costs nothing yet.</summary>
public sealed class CreateSendPermit(SendRateStore sendRate, IOptions<SendRateOptions> options, IOptions<MailOptions> mail, TimeProvider time)
{
    private readonly SendRateLimits limits = options.Value.Limits;

    /// <param name="urgency">How urgent the mails are.</param>
    /// <param name="slot">The slot that was kept for them, if one was.</param>
    public SendPermit Run(Urgency urgency, SendSlot? slot) => new(sendRate, limits, Share, urgency, slot, time);

    /// <summary>Mails per second of one connection, so that all of an instance's together come to the limit.</summary>
    private int Share => (int)Math.Ceiling((double)limits.PerSecond / mail.Value.Connections);
}
