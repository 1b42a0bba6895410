namespace Distribution.Mail.Smtp;

/// <summary>The mail is larger than the relay announced to take (RFC 1870); nothing was sent.</summary>
internal sealed class MessageTooLargeException(long size, long limit)
    : Exception($"not sent: the mail has {size} bytes and the relay takes {limit}");
