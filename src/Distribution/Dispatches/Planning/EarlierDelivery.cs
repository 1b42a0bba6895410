using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Planning;

/// <summary>That a dispatch has somebody among its recipients.</summary>
/// <param name="Language">Of their mail.</param>
/// <param name="IsLost">Whether it is certain that they have not got it, and will not.</param>
public readonly record struct EarlierDelivery(string Language, bool IsLost)
{
    public static EarlierDelivery From(Recipient recipient, Outcome outcome) => new(
        recipient.Language, outcome.State is OutcomeState.Refused or OutcomeState.Expired or OutcomeState.Failed or OutcomeState.Skipped);
}
