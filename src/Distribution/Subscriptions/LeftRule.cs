namespace Distribution.Subscriptions;

/// <summary>Which leaves can be taken back by the link that made them; pure.</summary>
public static class LeftRule
{
    /// <summary>Later than that it takes a new confirmation: links live for years, and mails are forwarded.</summary>
    public static readonly TimeSpan Possible = TimeSpan.FromDays(7);

    public static bool CanReturn(Subscription subscription, DateTimeOffset now) =>
        subscription is { State: SubscriptionState.Ended, EndedReason: SubscriptionChange.Left } && now - subscription.ChangedAt < Possible;

    /// <summary>The subscription as it was before its person left, less often if they wish.</summary>
    public static Subscription Return(Subscription subscription, StayChoice choice, DateTimeOffset now)
    {
        if (CanReturn(subscription, now)) subscription = subscription with { State = SubscriptionState.Confirmed, EndedReason = null, ChangedAt = now };
        return choice == StayChoice.Daily && subscription is { State: SubscriptionState.Confirmed, Frequency: not Frequency.Daily }
            ? subscription with { Frequency = Frequency.Daily }
            : subscription;
    }
}
