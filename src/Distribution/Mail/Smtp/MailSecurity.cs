namespace Distribution.Mail.Smtp;

/// <summary>How the connection to a mail server is encrypted.</summary>
public enum MailSecurity
{
    /// <summary>Not at all; only for a server on this machine.</summary>
    None,

    /// <summary>By STARTTLS, which the server must offer (RFC 3207; RFC 3501, section 6.2.1).</summary>
    StartTls,

    /// <summary>From the first byte (RFC 8314), usually on port 465, and 993 for IMAP.</summary>
    Tls,
}
