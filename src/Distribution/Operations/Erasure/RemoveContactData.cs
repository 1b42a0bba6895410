using Distribution.Audiences.Duplicates;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;

namespace Distribution.Operations.Erasure;

/// <summary>
/// Deletes the contact and all other data of a person outside the ledgers. Subscriptions stay as ended rows that name nobody, so
/// that a person who comes back is on no list without a new confirmation of their own. Idempotent.
/// </summary>
public sealed class RemoveContactData(
    ContactStore contacts,
    RemoveContact removeContact,
    SyncContact syncContact,
    SubscriptionStore subscriptions,
    DuplicateStore duplicates,
    EraseCorrespondence eraseCorrespondence,
    TimeProvider clock)
{
    /// <param name="contact">Id of the contact.</param>
    /// <param name="addresses">HMACs of the person's addresses; the ids of the contact and of those merged into it are among them.</param>
    public async Task RunAsync(string contact, IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        while (await contacts.FindAsync(contact, cancellationToken) is { } found && !await removeContact.RunAsync(found, cancellationToken)) { }
        // Also where the contact was gone already: index, digests, departures and what merges knew may be left by a crash.
        await syncContact.RunAsync(contact, cancellationToken);
        foreach (var address in addresses)
        {
            await EraseSubscriptionsAsync(address, cancellationToken);
            await duplicates.DeleteOfAsync(address, cancellationToken);
        }

        await eraseCorrespondence.RunAsync(addresses, cancellationToken);
    }

    private async Task EraseSubscriptionsAsync(string contact, CancellationToken cancellationToken)
    {
        foreach (var subscription in await subscriptions.ForContactAsync(contact, cancellationToken))
        {
            await subscriptions.ChangeAsync(subscription, row => SubscriptionChange.Erase(row, clock.GetUtcNow()), cancellationToken);
        }
    }
}
