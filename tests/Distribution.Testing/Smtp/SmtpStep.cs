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

    /// <summary>The body is arriving: only <see cref="SmtpAnswer.Drop"/> and <see cref="SmtpAnswer.Hang"/> make sense, before the final dot.</summary>
    Body,

    /// <summary>The final dot has been received.</summary>
    Message,
    Reset,
    Noop,
    Quit,
}
