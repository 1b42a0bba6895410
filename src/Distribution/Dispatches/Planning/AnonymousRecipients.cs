using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Planning;

/// <summary>
/// Removes the identity of recipients and keeps their outcomes; pure. Contact id, language, outcome, time and code stay, of which
/// <see cref="RecordHash"/> is made. The server's words go, since they like to repeat the address.
/// </summary>
public static class AnonymousRecipients
{
    /// <param name="batch">A batch that no run has.</param>
    /// <param name="whose">Which recipients.</param>
    /// <param name="now">The time; a recipient who waits for a mail gets none any more.</param>
    /// <returns>The very batch where nobody is left to take away.</returns>
    public static Batch In(Batch batch, Func<Recipient, bool> whose, DateTimeOffset now)
    {
        List<Recipient> recipients = [];
        List<Outcome> outcomes = [];
        foreach (var (recipient, outcome) in batch.Recipients.Zip(batch.Outcomes))
        {
            var isMeant = whose(recipient) && !IsAnonymous(recipient, outcome);
            recipients.Add(isMeant ? recipient with { Address = "", Name = "", Outlet = null, Languages = [], Notice = null } : recipient);
            outcomes.Add(isMeant ? OutcomeRules.Cancel(outcome, now) with { Words = null } : outcome);
        }

        return recipients.SequenceEqual(batch.Recipients) && outcomes.SequenceEqual(batch.Outcomes)
            ? batch
            : batch with { Recipients = recipients, Outcomes = outcomes };
    }

    private static bool IsAnonymous(Recipient recipient, Outcome outcome) =>
        recipient is { Address: "", Name: "", Outlet: null } && outcome is { IsFinal: true, Words: null };
}
