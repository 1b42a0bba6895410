using Distribution.Contacts.Files;

namespace Distribution.Audiences.Suppressions;

/// <summary>Reasons of suppressions and the words that files have for them; pure.</summary>
public static class SuppressionReasons
{
    /// <summary>The reason for a state in a file; null where the state suppresses nothing.</summary>
    public static SuppressionReason? From(MailStatus status) => status switch
    {
        MailStatus.Unsubscribed or MailStatus.Blocked => SuppressionReason.Asked,
        MailStatus.Bounced => SuppressionReason.Refused,
        MailStatus.Complained => SuppressionReason.Complained,
        MailStatus.Excluded => SuppressionReason.Manual,
        _ => null,
    };

    /// <summary>The state that an export writes, so that an import suppresses the address for the same reason.</summary>
    public static MailStatus ToStatus(SuppressionReason reason) => reason switch
    {
        SuppressionReason.Refused => MailStatus.Bounced,
        SuppressionReason.Complained => MailStatus.Complained,
        SuppressionReason.Manual => MailStatus.Excluded,
        _ => MailStatus.Blocked,
    };
}
