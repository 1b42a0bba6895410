namespace Distribution.Mail.SendRates;

/// <summary>So many mails went, the last of them no later than this.</summary>
public sealed record PaceUse(DateTimeOffset At, int Mails);
