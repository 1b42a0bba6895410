namespace Distribution.Audiences.Subscriptions;

public enum SubscriptionState
{
    /// <summary>Waits for the journalist's own confirmation.</summary>
    Pending,

    /// <summary>Gets the list's releases.</summary>
    Confirmed,

    /// <summary>Unsubscribed or ended; only their own new confirmation brings them back.</summary>
    Ended,
}
