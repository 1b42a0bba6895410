namespace Distribution.Testing.Smtp;

/// <summary>The places in an SMTP conversation where a script may say something else than yes.</summary>
public enum SmtpStep
{
    Greeting,
    Hello,
    StartTls,
    Login,
    Sender,
    Recipient,
    Data,

    /// <summary>The body is arriving: only to drop or hang. A small mail has then left with its final dot already; see the client as uncertain.</summary>
    Body,

    /// <summary>The final dot has been received.</summary>
    Message,
    Reset,
    Noop,
    Quit,
}
