namespace Distribution.Mail.SendRates;

/// <summary>A number of sent mails, the last of them no later than this time.</summary>
public sealed record SendUse(DateTimeOffset At, int Mails);
