using Azure.Core;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Distribution.Mail.Smtp;

/// <summary>Logs in to the relay as the settings say.</summary>
internal sealed class SmtpLogin(MailOptions options, TokenCredential? credential)
{
    public static SmtpLogin For(MailOptions options) =>
        new(options, MailCredential.For(options.Authentication, options.OAuth));

    public Task RunAsync(SmtpClient client, CancellationToken cancellationToken) => options.Authentication switch
    {
        MailAuthentication.Login => client.AuthenticateAsync(WithPassword(client), cancellationToken),
        MailAuthentication.XOAuth2 => LogInWithTokenAsync(client, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>One mechanism and one attempt: trying several with a wrong password locks accounts.</summary>
    private SaslMechanism WithPassword(SmtpClient client)
    {
        if (client.AuthenticationMechanisms.Contains("PLAIN")) return new SaslMechanismPlain(options.User ?? "", options.Password ?? "");
        if (client.AuthenticationMechanisms.Contains("LOGIN")) return new SaslMechanismLogin(options.User ?? "", options.Password ?? "");
        throw new NotSupportedException("the relay offers no login with a password (PLAIN or LOGIN)");
    }

    private async Task LogInWithTokenAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        if (!client.AuthenticationMechanisms.Contains("XOAUTH2"))
            throw new NotSupportedException("the relay offers no login with a token (XOAUTH2)");

        var token = await credential!.GetTokenAsync(new TokenRequestContext([options.OAuth.Scope]), cancellationToken);
        await client.AuthenticateAsync(new SaslMechanismOAuth2(options.User ?? "", token.Token), cancellationToken);
    }
}
