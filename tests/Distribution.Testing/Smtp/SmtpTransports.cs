using Azure.Core;
using Distribution.Mail.Dkim;
using Distribution.Mail.Smtp;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Distribution.Testing.Smtp;

/// <summary>Settings and transports for a scripted server.</summary>
public static class SmtpTransports
{
    /// <summary>The settings of an application that mails everybody through this server.</summary>
    public static MailOptions MailOptions(this ScriptedSmtpServer server) => new()
    {
        Recipients = "*",
        Host = ScriptedSmtpServer.Host,
        Port = server.Port,
        Security = MailSecurity.None,
        Name = "client.example.org",
    };

    public static SmtpTransport Transport(
        this ScriptedSmtpServer server, Action<MailOptions>? change = null, TimeProvider? clock = null, DkimOptions? dkim = null)
    {
        var options = server.MailOptions();
        change?.Invoke(options);
        return Create(options, clock, dkim: dkim);
    }

    public static SmtpTransport Create(
        MailOptions options, TimeProvider? clock = null, TokenCredential? credential = null, DkimOptions? dkim = null) => new(
        Options.Create(options),
        new SmtpLogin(options, credential),
        new SignMail(Options.Create(dkim ?? new DkimOptions()), clock ?? TimeProvider.System),
        clock ?? TimeProvider.System,
        NullLogger<SmtpTransport>.Instance);
}
