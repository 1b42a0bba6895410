using Azure.Core;
using Azure.Identity;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Distribution.Mail.Smtp;

/// <summary>Logs in to the relay as the settings say.</summary>
internal sealed class SmtpLogin(MailOptions options, TokenCredential? credential)
{
    public static SmtpLogin For(MailOptions options) =>
        new(options, options.Authentication == MailAuthentication.XOAuth2 ? Credential(options.OAuth) : null);

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

    private static TokenCredential Credential(MailOAuthOptions oauth) => oauth switch
    {
        { ClientSecret: { Length: > 0 } secret } => new ClientSecretCredential(oauth.Tenant, oauth.ClientId, secret),
        { ClientId: { Length: > 0 } id } => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id)),
        _ => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
    };
}
