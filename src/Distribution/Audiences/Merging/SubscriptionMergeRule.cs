using Distribution.Audiences.Subscriptions;

namespace Distribution.Audiences.Merging;

/// <summary>Which of two words of one person on a list counts; pure. The later does, and leave means leave.</summary>
public static class SubscriptionMergeRule
{
    public static SubscriptionWord Join(SubscriptionWord? kept, SubscriptionWord other) => (kept?.State, other.State) switch
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
    /// Only a word of the person, or an officer's on consent, and only one given after they left: neither a rule's, nor an old consent that
    /// was written down later.
    /// </summary>
    private static bool Overrules(SubscriptionWord word, SubscriptionWord ended) =>
        !word.IsByRule && word.ChangedAt > ended.ChangedAt && word.Consent.At > ended.ChangedAt;

    private static SubscriptionWord Later(SubscriptionWord kept, SubscriptionWord other) => other.ChangedAt > kept.ChangedAt ? other : kept;
}
