using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Digests;

/// <summary>Brings the row of somebody who gets digests up to date with their wishes and subscriptions; harmless to repeat.</summary>
public sealed class SyncDigestSubscriber(DigestStore digests, TimeProvider clock)
{
    /// <param name="id">Id of the contact.</param>
    /// <param name="contact">The contact; null when they are gone.</param>
    /// <param name="subscriptions">All of theirs.</param>
    /// <param name="cancellationToken">Ends it between two writes.</param>
    public async Task RunAsync(string id, Contact? contact, IEnumerable<Subscription> subscriptions, CancellationToken cancellationToken)
    {
        var isReader =
            contact is not null && subscriptions.Any(row => row is { State: SubscriptionState.Confirmed, Frequency: Frequency.Daily });
        var found = await digests.FindSubscriberAsync(id, cancellationToken);
        if (!isReader)
        {
            if (found is not null) await digests.RemoveSubscriberAsync(found, cancellationToken);
            return;
        }

        DigestSubscriber wanted = new()
        {
            Contact = id,
            TimeZone = SubscriberTimeZone.Get(contact!),
            Hour = contact!.DeliveryPreferences.DigestHour,
            // Whoever is new begins now: what is older they got, or did not ask for.
            CoveredUntil = found?.Value.CoveredUntil ?? clock.GetUtcNow(),
        };
        if (found is null) await digests.AddSubscriberAsync(wanted, cancellationToken);
        else if (found.Value != wanted) await ReplaceAsync(found, wanted, cancellationToken);
    }

    /// <summary>A run may move the end forward at this moment; its word about that counts.</summary>
    private async Task ReplaceAsync(Stored<DigestSubscriber> read, DigestSubscriber wanted, CancellationToken cancellationToken)
    {
        await digests.ReplaceSubscriberAsync(read, wanted, cancellationToken);
        if (await digests.FindSubscriberAsync(read.Value.Contact, cancellationToken) is not { } now || now.Value == wanted) return;
        await digests.ReplaceSubscriberAsync(now, wanted with { CoveredUntil = now.Value.CoveredUntil }, cancellationToken);
    }
}
