using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Files;

namespace Distribution.Audiences.Imports;

/// <summary>The states of a row's address, with the operator's meanings of unknown values; pure.</summary>
public static class StatusRule
{
    /// <summary>The most restrictive state in the row's cells; null where none restricts mails.</summary>
    public static RowStatus? Strongest(IEnumerable<RowStatus> statuses, ImportSettings settings) => statuses
        .Select(status => Decided(status, settings))
        .Where(status => status.Status >= MailStatus.Unconfirmed)
        .MaxBy(status => status.Status);

    /// <summary>The states whose meaning is in neither the vocabulary nor the settings.</summary>
    public static IEnumerable<RowStatus> Undecided(IEnumerable<RowStatus> statuses, ImportSettings settings) =>
        statuses.Where(status => Decided(status, settings).Status is null);

    /// <summary>
    /// The reason to suppress the address; null where it is not suppressed. A known contact who has unsubscribed is only taken off the
    /// lists of the import. The address is suppressed where the contact is new or the import has no list: no subscription can be ended.
    /// </summary>
    public static SuppressionReason? Suppression(MailStatus status, bool isNew, bool hasLists) =>
        status == MailStatus.Unsubscribed && !isNew && hasLists ? null : SuppressionReasons.From(status);

    private static RowStatus Decided(RowStatus status, ImportSettings settings)
    {
        foreach (var (value, meaning) in settings.StatusValues)
        {
            if (string.Equals(value.Trim(), status.Value, StringComparison.OrdinalIgnoreCase)) return status with { Status = meaning };
        }

        return status;
    }
}
