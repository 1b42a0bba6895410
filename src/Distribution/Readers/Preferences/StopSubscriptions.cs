using Distribution.Audiences.Subscriptions;
using Distribution.Readers.Unsubscribe;

namespace Distribution.Readers.Preferences;

/// <summary>Ends all subscriptions of a contact, those too that are not confirmed yet. Their data stays; idempotent.</summary>
public sealed class StopSubscriptions(
    SubscriptionStore subscriptions, EndSubscription endSubscription, ScheduleUnsubscribeNotice scheduleUnsubscribeNotice)
{
    /// <param name="contact">Id of the contact.</param>
    public async Task RunAsync(string contact, CancellationToken cancellationToken)
    {
        var current = (await subscriptions.ForContactAsync(contact, cancellationToken)).Where(
            row => row.Value.State != SubscriptionState.Ended).ToList();
        if (current.Count == 0) return;
        await scheduleUnsubscribeNotice.RunAsync(new(contact, Link: null), cancellationToken);
        foreach (var row in current)
            await endSubscription.RunAsync(row.Value.List, contact, SubscriptionChange.Unsubscribed, CancellationToken.None);
    }
}
