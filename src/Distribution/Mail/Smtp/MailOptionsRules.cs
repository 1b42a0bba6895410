using Distribution.Platform.Addresses;
using Microsoft.Extensions.Options;

namespace Distribution.Mail.Smtp;

/// <summary>Validates the mail settings against each other.</summary>
internal sealed class MailOptionsRules : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options) =>
        Faults(options).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    private static IEnumerable<string> Faults(MailOptions options)
    {
        if (!RecipientsSwitch.TryParse(options.Recipients, out var recipients))
            yield return "Mail:Recipients is unset (nobody), * (everybody) or addresses with commas between them (a rehearsal).";

        if (recipients is RecipientsSwitch.Everybody or RecipientsSwitch.Rehearsal && string.IsNullOrWhiteSpace(options.Host))
            yield return "Set Mail:Host to the relay, or leave Mail:Recipients unset.";

        if (options.Security == MailSecurity.None && options.Host is { Length: > 0 } host && !MailHost.IsThisMachine(host))
            yield return "Mail:Security=None is only for a relay on this machine; use StartTls or Tls.";

        if (options.ReturnPath is { Length: > 0 } && MailAddress.Parse(options.ReturnPath) is null)
            yield return "Mail:ReturnPath is one mail address.";

        if (options.Authentication != MailAuthentication.None && string.IsNullOrEmpty(options.User))
            yield return "Set Mail:User, or Mail:Authentication to None.";

        if (options.Authentication == MailAuthentication.None && options.Password is { Length: > 0 })
            yield return "Mail:Password is set but not used; set Mail:Authentication to Login.";

        if (options.Authentication == MailAuthentication.Login && string.IsNullOrEmpty(options.Password))
            yield return "Set Mail:Password for Mail:Authentication=Login.";

        if (options.OAuth.LacksTenant)
            yield return "Mail:OAuth:ClientSecret needs Mail:OAuth:Tenant and Mail:OAuth:ClientId.";
    }
}
