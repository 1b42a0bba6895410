namespace Distribution.Audiences.Subscriptions;

/// <summary>Of a subscription, no more than whose it is and whether it holds: only these columns are read.</summary>
public sealed record ContactState
{
    public required string Contact { get; init; }

    public required SubscriptionState State { get; init; }

    public bool IsByRule { get; init; }
}
