using Azure.Core;
using Azure.Identity;

namespace Distribution.Mail.Smtp;

/// <summary>Gets the token of a login from Microsoft Entra ID.</summary>
internal static class MailCredential
{
    /// <summary>Null for a login without a token.</summary>
    public static TokenCredential? For(MailAuthentication authentication, MailOAuthOptions oauth) => (authentication, oauth) switch
    {
        (not MailAuthentication.XOAuth2, _) => null,
        (_, { ClientSecret: { Length: > 0 } secret }) => new ClientSecretCredential(oauth.Tenant, oauth.ClientId, secret),
        (_, { ClientId: { Length: > 0 } id }) => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id)),
        _ => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
    };
}
