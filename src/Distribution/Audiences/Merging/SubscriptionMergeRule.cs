using Distribution.Audiences.Subscriptions;

namespace Distribution.Audiences.Merging;

/// <summary>Which of two subscriptions of one person to a list counts; pure. The later one does, and an unsubscription stays one.</summary>
public static class SubscriptionMergeRule
{
    public static SubscriptionSnapshot Join(SubscriptionSnapshot? kept, SubscriptionSnapshot other) => (kept?.State, other.State) switch
    {
        (null, _) => other,
        (SubscriptionState.Ended, SubscriptionState.Ended) => Later(kept!, other),
        (SubscriptionState.Ended, _) => Overrules(other, kept!) ? other : kept!,
        (_, SubscriptionState.Ended) => Overrules(kept!, other) ? kept! : other,
        (SubscriptionState.Confirmed, SubscriptionState.Pending) => kept!,
        (SubscriptionState.Pending, SubscriptionState.Confirmed) => other,
        _ when kept!.IsByRule != other.IsByRule => kept.IsByRule ? other : kept,
        _ => Later(kept!, other),
    };

    /// <summary>
    /// Only the person's own confirmation, or a user's entry on consent, and only one given after they unsubscribed: neither a rule's, nor
    /// an old consent that
    /// was written down later.
    /// </summary>
    private static bool Overrules(SubscriptionSnapshot word, SubscriptionSnapshot ended) =>
        !word.IsByRule && word.ChangedAt > ended.ChangedAt && word.Consent.At > ended.ChangedAt;

    private static SubscriptionSnapshot Later(SubscriptionSnapshot kept, SubscriptionSnapshot other) => other.ChangedAt > kept.ChangedAt ? other : kept;
}
