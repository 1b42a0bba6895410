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

    /// <summary>
    /// The body is arriving. Only drop or hang here; a small mail has then already left with its final dot, so its sender is left
    /// uncertain.
    /// </summary>
    Body,

    /// <summary>The final dot has been received.</summary>
    Message,
    Reset,
    Noop,
    Quit,
}
