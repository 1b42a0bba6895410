using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Files;

namespace Distribution.Audiences.Imports;

/// <summary>What a row says of mails to its address, with what the operator says of words that are not known; pure.</summary>
public static class StatusRule
{
    /// <summary>What forbids most of all that the row's cells say; null where nothing does.</summary>
    public static RowStatus? Strongest(IEnumerable<RowStatus> statuses, ImportSettings settings) => statuses
        .Select(status => Decided(status, settings))
        .Where(status => status.Status >= MailStatus.Unconfirmed)
        .MaxBy(status => status.Status);

    /// <summary>What nobody has said the meaning of.</summary>
    public static IEnumerable<RowStatus> Undecided(IEnumerable<RowStatus> statuses, ImportSettings settings) =>
        statuses.Where(status => Decided(status, settings).Status is null);

    /// <summary>
    /// Why an address is not to be mailed at all. Somebody who has unsubscribed is taken off the lists of the import; of somebody new that
    /// is all there is to know, and without a list there is nothing to take them off.
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
