using Distribution.Audiences.Subscriptions;

namespace Distribution.Audiences.Merging;

/// <summary>Which of two words of one person on a list counts; pure. The later does, and leave means leave.</summary>
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
    /// Only a word of the person, or an officer's on consent, and only one given after they left: neither a rule's, nor an old consent that
    /// was written down later.
    /// </summary>
    private static bool Overrules(SubscriptionSnapshot word, SubscriptionSnapshot ended) =>
        !word.IsByRule && word.ChangedAt > ended.ChangedAt && word.Consent.At > ended.ChangedAt;

    private static SubscriptionSnapshot Later(SubscriptionSnapshot kept, SubscriptionSnapshot other) =>
        other.ChangedAt > kept.ChangedAt ? other : kept;
}
