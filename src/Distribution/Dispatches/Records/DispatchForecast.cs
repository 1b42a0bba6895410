namespace Distribution.Dispatches.Records;

/// <summary>How fast a dispatch is going.</summary>
/// <param name="MailsPerMinute">Mails accepted per minute since it was sealed; null before the first.</param>
/// <param name="LastRecipientAt">The time of the last mail, if nothing comes in between; null while nobody can say.</param>
public sealed record DispatchForecast(double? MailsPerMinute, DateTimeOffset? LastRecipientAt);
