using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Merging;

/// <summary>A subscription without its copies of the contact.</summary>
public sealed record SubscriptionSnapshot(SubscriptionState State, string? EndedReason, Consent Consent, DateTimeOffset ChangedAt, bool IsByRule)
{
    public static SubscriptionSnapshot From(Subscription subscription) =>
        new(subscription.State, subscription.EndedReason, subscription.Consent, subscription.ChangedAt, subscription.IsByRule);

    /// <summary>The subscription of a contact that says this, with everything it copies.</summary>
    public Subscription On(string list, Contact contact, DateTimeOffset now) =>
        Put(SubscriptionRules.Confirmed(list, contact, Consent, now));

    /// <summary>The subscription as it is, saying this.</summary>
    public Subscription Put(Subscription subscription) => subscription with
    {
        State = State,
        EndedReason = EndedReason,
        Consent = Consent,
        ChangedAt = ChangedAt,
        IsByRule = IsByRule,
    };
}
