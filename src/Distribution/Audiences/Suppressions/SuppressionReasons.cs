using Distribution.Contacts.Files;

namespace Distribution.Audiences.Suppressions;

/// <summary>Reasons of suppressions and the words that files have for them; pure.</summary>
public static class SuppressionReasons
{
    /// <summary>The reason for what a file says; null where it forbids nothing.</summary>
    public static SuppressionReason? From(MailStatus status) => status switch
    {
        MailStatus.Unsubscribed or MailStatus.Blocked => SuppressionReason.Asked,
        MailStatus.Bounced => SuppressionReason.Refused,
        MailStatus.Complained => SuppressionReason.Complained,
        MailStatus.Excluded => SuppressionReason.Manual,
        _ => null,
    };

    /// <summary>What an export says of it, so that an import makes the same of it.</summary>
    public static MailStatus ToStatus(SuppressionReason reason) => reason switch
    {
        SuppressionReason.Refused => MailStatus.Bounced,
        SuppressionReason.Complained => MailStatus.Complained,
        SuppressionReason.Manual => MailStatus.Excluded,
        _ => MailStatus.Blocked,
    };
}
