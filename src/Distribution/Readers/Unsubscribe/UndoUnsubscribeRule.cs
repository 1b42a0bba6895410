using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Digests;

namespace Distribution.Readers.Unsubscribe;

/// <summary>Decides which unsubscriptions can be undone by the link that made them; pure.</summary>
public static class UndoUnsubscribeRule
{
    /// <summary>Later than that it takes a new confirmation: links live for years, and mails are forwarded.</summary>
    public static readonly TimeSpan Possible = TimeSpan.FromDays(7);

    public static bool CanUndo(Subscription subscription, DateTimeOffset now) =>
        subscription is { State: SubscriptionState.Ended, EndedReason: SubscriptionChange.Unsubscribed } && now - subscription.ChangedAt < Possible;

    /// <summary>How they want to be mailed by what they have chosen; null when that does not change.</summary>
    /// <param name="contact">Id of the contact.</param>
    /// <param name="request">The choice.</param>
    /// <param name="topics">The topics of the release. Those that are the person's own beats are not taken from them, unless it is about
    /// nothing else.</param>
    /// <param name="now">When.</param>
    public static DeliveryPreferences? ApplyTo(Contact contact, KeepRequest request, IReadOnlyList<string> topics, DateTimeOffset now)
    {
        if (request.Choice == KeepChoice.Pause)
            return contact.DeliveryPreferences with { PausedUntil = request.Until is { } day ? SubscriberTimeZone.StartOf(day, contact) : now + KeepRequest.DefaultPause };
        if (request.Choice != KeepChoice.Beat || topics.Count == 0) return null;
        var foreign = topics.Except(contact.Topics).ToList();
        return contact.DeliveryPreferences with { NotTopics = [.. contact.DeliveryPreferences.NotTopics.Union(foreign.Count > 0 ? foreign : topics)] };
    }

    /// <summary>The subscription as it was before its person unsubscribed, less often if they choose.</summary>
    public static Subscription Undo(Subscription subscription, KeepChoice choice, DateTimeOffset now)
    {
        if (CanUndo(subscription, now)) subscription = subscription with { State = SubscriptionState.Confirmed, EndedReason = null, ChangedAt = now };
        return choice == KeepChoice.Daily && subscription is { State: SubscriptionState.Confirmed, Frequency: not Frequency.Daily }
            ? subscription with { Frequency = Frequency.Daily }
            : subscription;
    }
}
