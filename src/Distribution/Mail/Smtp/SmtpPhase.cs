namespace Distribution.Mail.Smtp;

/// <summary>How far a conversation with the relay has come; what an answer or a silence means depends on it.</summary>
internal enum SmtpPhase
{
    Connect,

    /// <summary>Greeting, EHLO and STARTTLS.</summary>
    Hello,
    Login,

    /// <summary>MAIL is sent or about to be.</summary>
    Sender,

    /// <summary>MAIL is accepted.</summary>
    Recipient,

    /// <summary>RCPT is accepted; DATA or the body is under way.</summary>
    Data,

    /// <summary>The final dot may have left: from here on the relay may have the mail.</summary>
    Answer,
}
