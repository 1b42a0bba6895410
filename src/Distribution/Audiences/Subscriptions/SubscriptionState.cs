namespace Distribution.Audiences.Subscriptions;

public enum SubscriptionState
{
    /// <summary>Waits for the journalist's own confirmation.</summary>
    Pending,

    /// <summary>Gets the list's releases.</summary>
    Confirmed,

    /// <summary>Has left; only their own new confirmation brings them back.</summary>
    Ended,
}
