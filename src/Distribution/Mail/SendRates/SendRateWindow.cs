namespace Distribution.Mail.SendRates;

/// <summary>The most mails in any stretch of this length.</summary>
public sealed record SendRateWindow(TimeSpan Length, int Limit);
