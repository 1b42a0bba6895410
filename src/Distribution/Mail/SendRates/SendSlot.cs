namespace Distribution.Mail.SendRates;

/// <summary>So many mails are to go at this time. A slot keeps a place among those who look ahead; only a grant lets mails go.</summary>
public sealed record SendSlot(DateTimeOffset At, Urgency Urgency, int Mails);
