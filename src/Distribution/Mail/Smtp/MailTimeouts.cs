using System.ComponentModel.DataAnnotations;

namespace Distribution.Mail.Smtp;

/// <summary>How long the relay may take, in seconds.</summary>
public sealed class MailTimeouts
{
    /// <summary>To make the TCP connection: 1 to 300.</summary>
    [Range(1, 300)]
    public int ConnectSeconds { get; set; } = 30;

    /// <summary>To answer a command or take a piece of a mail: 1 to 600. RFC 5321, section 4.5.3.2, asks for 5 minutes.</summary>
    [Range(1, 600)]
    public int CommandSeconds { get; set; } = 300;

    /// <summary>To answer after the final dot: 1 to 3600. RFC 5321, section 4.5.3.2.6, asks for 10 minutes; less means mails sent twice.</summary>
    [Range(1, 3600)]
    public int AnswerSeconds { get; set; } = 600;

    /// <summary>To answer after the final dot once the program has been asked to stop: 0 to 600. Then the mail is uncertain.</summary>
    [Range(0, 600)]
    public int StoppingSeconds { get; set; } = 15;
}
