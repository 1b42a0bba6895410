using Distribution.Mail.Smtp;
using Distribution.Platform.Addresses;
using Microsoft.Extensions.Options;

namespace Distribution.Mail.Headers;

/// <summary>All that a mailbox needs, or nothing.</summary>
internal sealed class UnsubscribeOptionsRules : IValidateOptions<UnsubscribeOptions>
{
    public ValidateOptionsResult Validate(string? name, UnsubscribeOptions options) =>
        Faults(options).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    private static IEnumerable<string> Faults(UnsubscribeOptions options) =>
        options.IsOn ? FaultsOfMailbox(options) : FaultsOfNone(options);

    private static IEnumerable<string> FaultsOfNone(UnsubscribeOptions options)
    {
        if (options.Host is { Length: > 0 } || options.User is { Length: > 0 } || options.Password is { Length: > 0 })
            yield return "Set Unsubscribe:Address to the address of the mailbox, or leave every Unsubscribe setting unset.";
    }

    private static IEnumerable<string> FaultsOfMailbox(UnsubscribeOptions options)
    {
        if (MailAddress.Parse(options.Address) is null) yield return "Unsubscribe:Address is one mail address.";

        if (string.IsNullOrWhiteSpace(options.Host))
            yield return "Set Unsubscribe:Host to the IMAP server, or leave Unsubscribe:Address unset.";

        if (options.Security == MailSecurity.None && options.Host is { Length: > 0 } host && !MailHost.IsThisMachine(host))
            yield return "Unsubscribe:Security=None is only for a server on this machine; use StartTls or Tls.";

        if (options.Authentication == MailAuthentication.None)
            yield return "Unsubscribe:Authentication is Login or XOAuth2: no mailbox opens without a login.";

        if (string.IsNullOrEmpty(options.User)) yield return "Set Unsubscribe:User to the user name of the mailbox.";

        if (options.Authentication == MailAuthentication.Login && string.IsNullOrEmpty(options.Password))
            yield return "Set Unsubscribe:Password for Unsubscribe:Authentication=Login.";

        if (options.OAuth.LacksTenant)
            yield return "Unsubscribe:OAuth:ClientSecret needs Unsubscribe:OAuth:Tenant and Unsubscribe:OAuth:ClientId.";

        if (options.Folder.Equals(options.ProcessedFolder, StringComparison.OrdinalIgnoreCase))
            yield return "Unsubscribe:ProcessedFolder is another folder than Unsubscribe:Folder.";
    }
}
