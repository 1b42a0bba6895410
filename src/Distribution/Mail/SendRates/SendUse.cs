namespace Distribution.Mail.SendRates;

/// <summary>So many mails went, the last of them no later than this.</summary>
public sealed record SendUse(DateTimeOffset At, int Mails);
