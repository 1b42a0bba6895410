using System.Diagnostics.CodeAnalysis;
using Distribution.Platform.Addresses;

namespace Distribution.Mail.Smtp;

/// <summary>The recipients of mail in general: the meaning of <c>Mail:Recipients</c>.</summary>
public abstract record RecipientsSwitch
{
    private RecipientsSwitch()
    {
    }

    /// <summary>Reads the setting; a text that is none of the three is an error, so that a typing mistake never mails everybody.</summary>
    public static RecipientsSwitch Parse(string? text) =>
        TryParse(text, out var recipients) ? recipients : throw new FormatException("Mail:Recipients is neither empty, nor *, nor addresses.");

    public static bool TryParse(string? text, [NotNullWhen(true)] out RecipientsSwitch? recipients)
    {
        recipients = text?.Trim() switch
        {
            null or "" => new Off(),
            "*" => new Everybody(),
            var list => Read(list),
        };
        return recipients is not null;
    }

    private static Rehearsal? Read(string list)
    {
        var addresses = list.Split(',', StringSplitOptions.TrimEntries).Select(MailAddress.Parse).ToList();
        return addresses.Contains(null) ? null : new Rehearsal([.. addresses.OfType<MailAddress>().DistinctBy(address => address.Key)]);
    }

    /// <summary>Whether a mail to one journalist may be sent.</summary>
    public bool Allows(string address) => this switch
    {
        Everybody => true,
        Rehearsal rehearsal => MailAddress.Parse(address) is { } parsed && rehearsal.Addresses.Any(allowed => allowed.Key == parsed.Key),
        _ => false,
    };

    /// <summary>Nobody: a due release waits.</summary>
    public sealed record Off : RecipientsSwitch;

    /// <summary>These only; the real dispatch remains to be made.</summary>
    public sealed record Rehearsal(IReadOnlyList<MailAddress> Addresses) : RecipientsSwitch;

    /// <summary>All subscribers.</summary>
    public sealed record Everybody : RecipientsSwitch;
}
