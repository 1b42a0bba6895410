using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;

namespace Distribution.Readers.Preferences;

/// <summary>A list as its subscriber sees it: one that they are on, or that they may join.</summary>
/// <param name="List">The list.</param>
/// <param name="Subscription">Theirs; null when they never were on it.</param>
public sealed record PreferencesList(MediaList List, Subscription? Subscription)
{
    /// <summary>How often it comes; null when it does not.</summary>
    public Frequency? Frequency => Subscription is { State: SubscriptionState.Confirmed } on ? on.Frequency : null;
}
