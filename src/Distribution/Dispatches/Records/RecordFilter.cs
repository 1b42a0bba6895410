using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Records;

/// <summary>The part of a distribution record that is wanted.</summary>
/// <param name="Outcomes">Recipients with one of these outcomes; none lets all pass.</param>
/// <param name="Contacts">Ids of a contact and of those merged into it; none lets all pass.</param>
public sealed record RecordFilter(IReadOnlyList<OutcomeState> Outcomes, IReadOnlyList<string> Contacts)
{
    internal bool Passes(Recipient recipient, Outcome outcome) =>
        (Outcomes.Count == 0 || Outcomes.Contains(outcome.State)) && (Contacts.Count == 0 || Contacts.Contains(recipient.Contact));
}
