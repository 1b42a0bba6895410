namespace Distribution.Audiences.Subscriptions;

/// <summary>Row by contact: the contact may have a subscription to this list.</summary>
public sealed record SubscriptionPointer
{
    public required string List { get; init; }
}
