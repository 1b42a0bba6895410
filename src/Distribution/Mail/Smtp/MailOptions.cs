using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Distribution.Mail.Smtp;

/// <summary>The relay that takes our mails, and who may get any.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>
    /// The recipients of mail: unset, nobody; addresses with commas between them, a rehearsal to these only; <c>*</c>, everybody.
    /// </summary>
    public string? Recipients { get; set; }

    /// <summary>Name or address of the relay; needed as soon as anybody gets mail.</summary>
    public string? Host { get; set; }

    /// <summary>The relay's port: 1 to 65535; usually 587 with StartTls and 465 with Tls.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Encryption: StartTls, Tls, or None for a relay on this machine.</summary>
    [EnumDataType(typeof(MailSecurity))]
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>SHA-256 fingerprint of the relay's certificate, 64 hexadecimal digits, for a relay whose issuer the system does not trust; no other is accepted then.</summary>
    [RegularExpression("^[0-9A-Fa-f]{64}$", ErrorMessage = "Mail:Fingerprint is the SHA-256 of a certificate: 64 hexadecimal digits.")]
    public string? Fingerprint { get; set; }

    /// <summary>Login: None, Login (user and password) or XOAuth2.</summary>
    [EnumDataType(typeof(MailAuthentication))]
    public MailAuthentication Authentication { get; set; } = MailAuthentication.None;

    /// <summary>The user name, or the mailbox that XOAuth2 sends for.</summary>
    public string? User { get; set; }

    /// <summary>The password for Login.</summary>
    public string? Password { get; set; }

    /// <summary>Tokens for XOAuth2.</summary>
    [ValidateObjectMembers]
    public MailOAuthOptions OAuth { get; set; } = new();

    /// <summary>Most connections to the relay at a time, per instance: 1 to 256.</summary>
    [Range(1, 256)]
    public int Connections { get; set; } = 16;

    /// <summary>Mails over one connection before it is replaced: 0 to 100000, 0 for no limit.</summary>
    [Range(0, 100_000)]
    public int MessagesPerConnection { get; set; } = 100;

    /// <summary>How long an unused connection is kept: 1 to 3600 seconds.</summary>
    [Range(1, 3600)]
    public int IdleSeconds { get; set; } = 30;

    /// <summary>How long the relay may take.</summary>
    [ValidateObjectMembers]
    public MailTimeouts Timeouts { get; set; } = new();

    /// <summary>Address that bounces go to (the envelope's sender); unset means the organisation's sender address.</summary>
    public string? ReturnPath { get; set; }

    /// <summary>This program's name in EHLO, up to 255 characters; unset means the machine's name.</summary>
    [RegularExpression(@"^[A-Za-z0-9.\-:\[\]]{1,255}$", ErrorMessage = "Mail:Name is a host name or an address literal such as [192.0.2.1].")]
    public string? Name { get; set; }
}

[OptionsValidator]
internal sealed partial class MailOptionsValidator : IValidateOptions<MailOptions>;
