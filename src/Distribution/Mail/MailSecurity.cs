namespace Distribution.Mail;

/// <summary>How the connection to the relay is encrypted.</summary>
public enum MailSecurity
{
    /// <summary>Not at all; only for a relay on this machine.</summary>
    None,

    /// <summary>By STARTTLS, which the relay must offer (RFC 3207).</summary>
    StartTls,

    /// <summary>From the first byte (RFC 8314), usually on port 465.</summary>
    Tls,
}
