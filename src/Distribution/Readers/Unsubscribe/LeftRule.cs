using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Digests;

namespace Distribution.Readers.Unsubscribe;

/// <summary>Which leaves can be taken back by the link that made them; pure.</summary>
public static class LeftRule
{
    /// <summary>Later than that it takes a new confirmation: links live for years, and mails are forwarded.</summary>
    public static readonly TimeSpan Possible = TimeSpan.FromDays(7);

    public static bool CanReturn(Subscription subscription, DateTimeOffset now) =>
        subscription is { State: SubscriptionState.Ended, EndedReason: SubscriptionChange.Left } && now - subscription.ChangedAt < Possible;

    /// <summary>How they want to be mailed by what they have chosen; null when that does not change.</summary>
    /// <param name="contact">Who.</param>
    /// <param name="wish">What they chose.</param>
    /// <param name="topics">What the release is about. Those that are the person's own beats are not taken from them, unless it is about nothing else.</param>
    /// <param name="now">When.</param>
    public static Wishes? Wish(Contact contact, StayWish wish, IReadOnlyList<string> topics, DateTimeOffset now)
    {
        if (wish.Choice == StayChoice.Pause)
            return contact.Wishes with { PausedUntil = wish.Until is { } day ? ReaderZone.StartOf(day, contact) : now + StayWish.DefaultPause };
        if (wish.Choice != StayChoice.Beat || topics.Count == 0) return null;
        var foreign = topics.Except(contact.Topics).ToList();
        return contact.Wishes with { NotTopics = [.. contact.Wishes.NotTopics.Union(foreign.Count > 0 ? foreign : topics)] };
    }

    /// <summary>The subscription as it was before its person left, less often if they wish.</summary>
    public static Subscription Return(Subscription subscription, StayChoice choice, DateTimeOffset now)
    {
        if (CanReturn(subscription, now)) subscription = subscription with { State = SubscriptionState.Confirmed, EndedReason = null, ChangedAt = now };
        return choice == StayChoice.Daily && subscription is { State: SubscriptionState.Confirmed, Frequency: not Frequency.Daily }
            ? subscription with { Frequency = Frequency.Daily }
            : subscription;
    }
}
