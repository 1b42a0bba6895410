namespace Distribution.Mail.Smtp;

/// <summary>The result of one mail on one link.</summary>
/// <param name="Result">The relay's answer.</param>
/// <param name="WasStale">The link had been used before and was found dead before anything was handed over; a fresh one may well do.</param>
internal readonly record struct SmtpAttempt(SendResult Result, bool WasStale = false);
