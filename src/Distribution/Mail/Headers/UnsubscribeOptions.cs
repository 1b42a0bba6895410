using System.ComponentModel.DataAnnotations;
using Distribution.Mail.Smtp;
using Microsoft.Extensions.Options;

namespace Distribution.Mail.Headers;

/// <summary>The mailbox for unsubscribing by mail; without an address nobody can, and no mail offers it.</summary>
public sealed class UnsubscribeOptions
{
    public const string Section = "Unsubscribe";

    /// <summary>The mailbox's address, which every mail then names in List-Unsubscribe.</summary>
    public string? Address { get; set; }

    /// <summary>Name or address of the IMAP server; needed with an address.</summary>
    public string? Host { get; set; }

    /// <summary>The server's port: 1 to 65535; usually 993 with Tls and 143 with StartTls.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 993;

    /// <summary>Encryption: StartTls, Tls, or None for a server on this machine.</summary>
    [EnumDataType(typeof(MailSecurity))]
    public MailSecurity Security { get; set; } = MailSecurity.Tls;

    /// <summary>SHA-256 fingerprint of the server's certificate, 64 hexadecimal digits, where its issuer is not trusted by the system; no other is accepted then.</summary>
    [RegularExpression("^[0-9A-Fa-f]{64}$", ErrorMessage = "Unsubscribe:Fingerprint is the SHA-256 of a certificate: 64 hexadecimal digits.")]
    public string? Fingerprint { get; set; }

    /// <summary>Login: Login (user and password) or XOAuth2; no mailbox opens without one.</summary>
    [EnumDataType(typeof(MailAuthentication))]
    public MailAuthentication Authentication { get; set; } = MailAuthentication.Login;

    /// <summary>The user name, or the mailbox that XOAuth2 opens; needed with an address.</summary>
    public string? User { get; set; }

    /// <summary>The password for Login.</summary>
    public string? Password { get; set; }

    /// <summary>Tokens for XOAuth2.</summary>
    [ValidateObjectMembers]
    public MailOAuthOptions OAuth { get; set; } = new();

    /// <summary>The folder that the mails arrive in; not empty.</summary>
    [Required]
    public string Folder { get; set; } = "INBOX";

    /// <summary>The folder that they are moved to afterwards, made if it is not there; not empty.</summary>
    [Required]
    public string ProcessedFolder { get; set; } = "Processed";

    /// <summary>Whether there is a mailbox to read.</summary>
    internal bool IsOn => Address is { Length: > 0 };
}

[OptionsValidator]
internal sealed partial class UnsubscribeOptionsValidator : IValidateOptions<UnsubscribeOptions>;
