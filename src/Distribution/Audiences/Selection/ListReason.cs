using Distribution.Audiences.Subscriptions;

namespace Distribution.Audiences.Selection;

/// <summary>A person's state on one of the lists.</summary>
/// <param name="List">Id of the list.</param>
/// <param name="State">State of the subscription.</param>
/// <param name="EndedReason">Why it ended.</param>
/// <param name="IsByRule">Whether the list's rule put them on it; the consent's evidence says by what.</param>
/// <param name="Consent">On what ground they are on it.</param>
/// <param name="ChangedAt">Since when it is in this state.</param>
public sealed record ListReason(
    string List, SubscriptionState State, string? EndedReason, bool IsByRule, Consent Consent, DateTimeOffset ChangedAt)
{
    public static ListReason From(Subscription subscription) => new(
        subscription.List, subscription.State, subscription.EndedReason, subscription.IsByRule, subscription.Consent, subscription.ChangedAt);
}
