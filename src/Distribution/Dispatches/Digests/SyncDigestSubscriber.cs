using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Digests;

/// <summary>Updates the row of a digest subscriber from their delivery preferences and subscriptions; idempotent.</summary>
public sealed class SyncDigestSubscriber(DigestStore digests, SubscriptionStore subscriptions, TimeProvider clock) : IContactProjection
{
    public async Task<bool> RunAsync(string id, Contact? contact, CancellationToken cancellationToken)
    {
        var isReader = contact is not null && (await subscriptions.ForContactAsync(id, cancellationToken)).Any(IsDaily);
        var found = await digests.FindSubscriberAsync(id, cancellationToken);
        if (!isReader)
        {
            if (found is not null) await digests.RemoveSubscriberAsync(found, cancellationToken);
            return true;
        }

        DigestSubscriber wanted = new()
        {
            Contact = id,
            TimeZone = SubscriberTimeZone.Get(contact!),
            Hour = contact!.DeliveryPreferences.DigestHour,
            // The window of a new subscriber begins now: earlier releases they got, or did not ask for.
            CoveredUntil = found?.Value.CoveredUntil ?? clock.GetUtcNow(),
        };
        if (found is null) await digests.AddSubscriberAsync(wanted, cancellationToken);
        else if (found.Value != wanted) await ReplaceAsync(found, wanted, cancellationToken);
        return true;
    }

    private static bool IsDaily(Stored<Subscription> row) => row.Value is { State: SubscriptionState.Confirmed, Frequency: Frequency.Daily };

    /// <summary>A run may move the end forward at this moment; its word about that counts.</summary>
    private async Task ReplaceAsync(Stored<DigestSubscriber> read, DigestSubscriber wanted, CancellationToken cancellationToken)
    {
        await digests.ReplaceSubscriberAsync(read, wanted, cancellationToken);
        if (await digests.FindSubscriberAsync(read.Value.Contact, cancellationToken) is not { } now || now.Value == wanted) return;
        await digests.ReplaceSubscriberAsync(now, wanted with { CoveredUntil = now.Value.CoveredUntil }, cancellationToken);
    }
}
