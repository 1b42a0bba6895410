using Distribution.Contacts;
using Distribution.Validation;

namespace Distribution.Subscriptions;

/// <summary>What a subscription by the organisation's people must be like; pure.</summary>
public static class SubscriptionRules
{
    private const int LongestBasis = 100;
    private const int LongestEvidence = 1_000;
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public static FieldErrors Check(SubscriptionInput input, bool listKnown, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        errors.Require(listKnown, "list", "is not the id of a media list.");
        errors.RequireLine("basis", input.Basis, LongestBasis);
        errors.RequireText("evidence", input.Evidence, LongestEvidence);
        errors.Require(!(input.At > now + ClockSkew), "at", "lies in the future.");
        return errors;
    }

    public static Consent Consent(SubscriptionInput input, DateTimeOffset now) =>
        new(input.Basis!.Trim(), input.Evidence!.Trim(), (input.At ?? now).ToUniversalTime());

    /// <summary>A confirmed subscription of the contact on an input without errors.</summary>
    public static Subscription Read(SubscriptionInput input, Contact contact, DateTimeOffset now) => new()
    {
        List = input.List!,
        Contact = contact.Id,
        State = SubscriptionState.Confirmed,
        Consent = Consent(input, now),
        ChangedAt = now,
        Address = contact.Address,
        Name = contact.Name,
        Languages = contact.Languages,
        Countries = contact.Countries,
        Topics = contact.Topics,
    };
}
