using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Subscriptions;

/// <summary>The changes of a subscription; pure. A change with nothing to do returns the very subscription it was given.</summary>
public static class SubscriptionChange
{
    /// <summary>The person unsubscribed by a link in a mail.</summary>
    public const string Unsubscribed = "unsubscribed";

    /// <summary>The person had unsubscribed in another tool, as an imported file says.</summary>
    public const string UnsubscribedElsewhere = "unsubscribed elsewhere";

    /// <summary>A user ended it and gave no other reason.</summary>
    public const string Ended = "ended";

    /// <summary>The contact was removed.</summary>
    public const string Removed = "removed";

    /// <summary>The contact was merged into another, which has the subscription now.</summary>
    public const string Merged = "merged";

    /// <summary>The person's data was erased.</summary>
    public const string Erased = "erased";

    public static Subscription End(Subscription subscription, string reason, DateTimeOffset now) =>
        subscription.State == SubscriptionState.Ended
            ? subscription
            : subscription with { State = SubscriptionState.Ended, EndedReason = reason, ChangedAt = now };

    /// <summary>
    /// Confirms a pending subscription on a new consent, and makes one that a rule added the person's own, so that no rule takes it away
    /// again. An ended one stays ended.
    /// </summary>
    public static Subscription Confirm(Subscription subscription, Consent consent, DateTimeOffset now) =>
        subscription is { State: SubscriptionState.Pending } or { State: SubscriptionState.Confirmed, IsByRule: true }
            ? subscription with { State = SubscriptionState.Confirmed, Consent = consent, IsByRule = false, ChangedAt = now }
            : subscription;

    /// <summary>Confirmed by the person themselves, whatever it was before: the one way back after unsubscribing.</summary>
    public static Subscription Return(Subscription subscription, Contact contact, Consent consent, Frequency frequency, DateTimeOffset now)
    {
        if (subscription is { State: SubscriptionState.Confirmed, IsByRule: false } && subscription.Consent == consent
            && subscription.Frequency == frequency)
            return subscription;
        var confirmed = subscription with
        {
            State = SubscriptionState.Confirmed,
            EndedReason = null,
            Consent = consent,
            Frequency = frequency,
            IsByRule = false,
            ChangedAt = now,
        };
        return Copy(confirmed, contact, now);
    }

    /// <summary>The contact's data as they now are; without a contact the subscription ends and keeps none.</summary>
    public static Subscription Copy(Subscription subscription, Contact? contact, DateTimeOffset now)
    {
        if (contact is null) return Blank(End(subscription, Removed, now));
        return subscription.State == SubscriptionState.Ended || IsCopy(subscription, contact, now)
            ? subscription
            : subscription with
            {
                Address = contact.Address,
                Name = contact.Name,
                Languages = contact.Languages,
                Countries = contact.Countries,
                Topics = contact.Topics,
                Outlet = contact.PositionOn(now)?.Outlet,
                IsArchived = contact.Status == ContactStatus.Archived,
                Notice = FirstNotice.From(contact),
                LaterTranslations = contact.DeliveryPreferences.LaterTranslations,
                NotTopics = contact.DeliveryPreferences.NotTopics,
                PausedUntil = contact.DeliveryPreferences.PausedUntil,
            };
    }

    /// <summary>The remains of it when another contact has taken it over. An ended one stays ended.</summary>
    public static Subscription HandOver(Subscription subscription, DateTimeOffset now) => Blank(End(subscription, Merged, now));

    /// <summary>
    /// The remains of it when the person's data is erased: that it ended, its legal basis, and nothing in anybody's own words.
    /// </summary>
    public static Subscription Erase(Subscription subscription, DateTimeOffset now)
    {
        var ended = Blank(End(subscription, Erased, now));
        return ended is { EndedReason: Erased, Consent.Evidence: "", PausedUntil: null }
            ? ended
            : ended with { EndedReason = Erased, Consent = ended.Consent with { Evidence = "" }, PausedUntil = null };
    }

    private static Subscription Blank(Subscription subscription) =>
        subscription is { Address: "", Name: "", Languages: [], Countries: [], Topics: [], NotTopics: [], Outlet: null, Notice: null }
            ? subscription
            : subscription with
            {
                Address = "",
                Name = "",
                Languages = [],
                Countries = [],
                Topics = [],
                NotTopics = [],
                Outlet = null,
                Notice = null
            };

    private static bool IsCopy(Subscription subscription, Contact contact, DateTimeOffset now) =>
        subscription.Address == contact.Address
        && subscription.Name == contact.Name
        && subscription.Languages.SequenceEqual(contact.Languages)
        && subscription.Countries.SequenceEqual(contact.Countries)
        && subscription.Topics.SequenceEqual(contact.Topics)
        && subscription.Outlet == contact.PositionOn(now)?.Outlet
        && subscription.IsArchived == (contact.Status == ContactStatus.Archived)
        && subscription.LaterTranslations == contact.DeliveryPreferences.LaterTranslations
        && subscription.NotTopics.SequenceEqual(contact.DeliveryPreferences.NotTopics)
        && subscription.Notice == FirstNotice.From(contact)
        && subscription.PausedUntil == contact.DeliveryPreferences.PausedUntil;
}
