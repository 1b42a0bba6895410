namespace Distribution.Audiences.Merging;

/// <summary>The result of merging two contacts' subscriptions to one list.</summary>
/// <param name="List">Id of the media list.</param>
/// <param name="Kept">The word of the contact that stays, before; null when it had none.</param>
/// <param name="Other">The word of the other, before.</param>
/// <param name="After">The word that counts.</param>
public sealed record MergedSubscription(string List, SubscriptionSnapshot? Kept, SubscriptionSnapshot Other, SubscriptionSnapshot After);
