using Distribution.Contacts.Contacts;
using Distribution.Platform.Validation;

namespace Distribution.Audiences.Subscriptions;

/// <summary>Validates a subscription made by a user; pure.</summary>
public static class SubscriptionRules
{
    private const int LongestBasis = 100;
    private const int LongestEvidence = 1_000;

    /// <summary>The consent in the form that is kept.</summary>
    public static Consent Check(SubscriptionInput input, bool listKnown, DateTimeOffset now, FieldErrors errors)
    {
        errors.Require(listKnown, "list", "is not the id of a media list.");
        return new(
            errors.Line("basis", input.Basis, LongestBasis),
            errors.Text("evidence", input.Evidence, LongestEvidence),
            errors.Past("at", input.At ?? now, now));
    }

    /// <summary>A confirmed subscription of the contact.</summary>
    public static Subscription Confirmed(string list, Contact contact, Consent consent, DateTimeOffset now) => SubscriptionChange.Copy(
        new()
        {
            List = list,
            Contact = contact.Id,
            State = SubscriptionState.Confirmed,
            Consent = consent,
            ChangedAt = now,
            Address = "",
            Name = "",
            Languages = [],
        },
        contact,
        now);
}
