namespace Distribution.Mail.SendRates;

/// <summary>At most so many mails in any stretch of this length.</summary>
public sealed record SendRateWindow(TimeSpan Length, int Limit);
