using Distribution.Storage;

namespace Distribution.Subscriptions;

/// <summary>Ends one subscription for a reason that one of the organisation's people gives; ended already is fine.</summary>
public sealed class EndSubscription(SubscriptionStore subscriptions, TimeProvider clock)
{
    /// <returns>The ended subscription, or null when there is none.</returns>
    public async Task<Stored<Subscription>?> RunAsync(string list, string contact, string reason, CancellationToken cancellationToken) =>
        await subscriptions.FindAsync(list, contact, cancellationToken) is { } found
            ? await subscriptions.ChangeAsync(found, row => SubscriptionChange.End(row, reason, clock.GetUtcNow()), cancellationToken)
            : null;
}
