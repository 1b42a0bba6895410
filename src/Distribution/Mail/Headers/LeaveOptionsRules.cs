using Distribution.Mail.Smtp;
using Distribution.Platform.Addresses;
using Microsoft.Extensions.Options;

namespace Distribution.Mail.Headers;

/// <summary>All that a mailbox needs, or nothing.</summary>
internal sealed class LeaveOptionsRules : IValidateOptions<LeaveOptions>
{
    public ValidateOptionsResult Validate(string? name, LeaveOptions options) =>
        Faults(options).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    private static IEnumerable<string> Faults(LeaveOptions options) => options.IsOn ? FaultsOfMailbox(options) : FaultsOfNone(options);

    private static IEnumerable<string> FaultsOfNone(LeaveOptions options)
    {
        if (options.Host is { Length: > 0 } || options.User is { Length: > 0 } || options.Password is { Length: > 0 })
            yield return "Set Leave:Address to the address of the mailbox, or nothing of Leave.";
    }

    private static IEnumerable<string> FaultsOfMailbox(LeaveOptions options)
    {
        if (MailAddress.Parse(options.Address) is null) yield return "Leave:Address is one mail address.";

        if (string.IsNullOrWhiteSpace(options.Host)) yield return "Set Leave:Host to the IMAP server, or leave Leave:Address unset.";

        if (options.Security == MailSecurity.None && options.Host is { Length: > 0 } host && !MailHost.IsThisMachine(host))
            yield return "Leave:Security=None is only for a server on this machine; use StartTls or Tls.";

        if (options.Authentication == MailAuthentication.None) yield return "Leave:Authentication is Login or XOAuth2: no mailbox opens without a login.";

        if (string.IsNullOrEmpty(options.User)) yield return "Set Leave:User to the user name of the mailbox.";

        if (options.Authentication == MailAuthentication.Login && string.IsNullOrEmpty(options.Password))
            yield return "Set Leave:Password for Leave:Authentication=Login.";

        if (options.OAuth.LacksTenant) yield return "Leave:OAuth:ClientSecret needs Leave:OAuth:Tenant and Leave:OAuth:ClientId.";

        if (options.Folder.Equals(options.ProcessedFolder, StringComparison.OrdinalIgnoreCase))
            yield return "Leave:ProcessedFolder is another folder than Leave:Folder.";
    }
}
