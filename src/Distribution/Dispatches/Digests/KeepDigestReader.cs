using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Digests;

/// <summary>Brings the row of somebody who gets digests up to date with their wishes and subscriptions; harmless to repeat.</summary>
public sealed class KeepDigestReader(DigestStore digests, TimeProvider clock)
{
    /// <param name="id">Id of the contact.</param>
    /// <param name="contact">The contact; null when they are gone.</param>
    /// <param name="subscriptions">All of theirs.</param>
    /// <param name="cancellationToken">Ends it between two writes.</param>
    public async Task RunAsync(string id, Contact? contact, IEnumerable<Subscription> subscriptions, CancellationToken cancellationToken)
    {
        var isReader = contact is not null && subscriptions.Any(row => row is { State: SubscriptionState.Confirmed, Frequency: Frequency.Daily });
        var found = await digests.FindReaderAsync(id, cancellationToken);
        if (!isReader)
        {
            if (found is not null) await digests.RemoveReaderAsync(found, cancellationToken);
            return;
        }

        DigestReader wanted = new()
        {
            Contact = id,
            TimeZone = ReaderZone.Of(contact!),
            Hour = contact!.Wishes.DigestHour,
            // Whoever is new begins now: what is older they got, or did not ask for.
            CoveredUntil = found?.Value.CoveredUntil ?? clock.GetUtcNow(),
        };
        if (found is null) await digests.AddReaderAsync(wanted, cancellationToken);
        else if (found.Value != wanted) await ReplaceAsync(found, wanted, cancellationToken);
    }

    /// <summary>A run may move the end forward at this moment; its word about that counts.</summary>
    private async Task ReplaceAsync(Stored<DigestReader> read, DigestReader wanted, CancellationToken cancellationToken)
    {
        await digests.ReplaceReaderAsync(read, wanted, cancellationToken);
        if (await digests.FindReaderAsync(read.Value.Contact, cancellationToken) is not { } now || now.Value == wanted) return;
        await digests.ReplaceReaderAsync(now, wanted with { CoveredUntil = now.Value.CoveredUntil }, cancellationToken);
    }
}
