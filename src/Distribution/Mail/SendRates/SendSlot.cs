namespace Distribution.Mail.SendRates;

/// <summary>A planned time for a number of mails. A slot keeps a place in the plan; only a permit lets mails be sent.</summary>
public sealed record SendSlot(DateTimeOffset At, Urgency Urgency, int Mails);
