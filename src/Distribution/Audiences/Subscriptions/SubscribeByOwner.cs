using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Subscriptions;

/// <summary>
/// Puts a contact on lists by their own new confirmation, given by a link that only their address was sent: the one way back after
/// unsubscribing.
/// Idempotent.
/// </summary>
public sealed class SubscribeByOwner(SubscriptionStore subscriptions, RevokeSendExclusions revokeSendExclusions, SyncContact syncContact, RecordFirstNotice recordFirstNotice, TimeProvider clock)
{
    private const string Basis = "consent";

    /// <param name="contact">Id of the contact.</param>
    /// <param name="lists">Ids of the lists.</param>
    /// <param name="frequency">How often these are to come.</param>
    /// <param name="evidence">How they said so.</param>
    public async Task RunAsync(Contact contact, IReadOnlyList<string> lists, Frequency frequency, string evidence, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // They have read the notice on the form, or on their preferences page.
        await recordFirstNotice.RunAsync(contact.Id, now, cancellationToken);
        foreach (var list in lists) await SubscribeAsync(contact, list, new(Basis, evidence, now), frequency, now, cancellationToken);
        await revokeSendExclusions.RunAsync(contact.Id, lists, cancellationToken);
    }

    private Task<bool> SubscribeAsync(
        Contact contact, string list, Consent consent, Frequency frequency, DateTimeOffset now, CancellationToken cancellationToken) => syncContact.RunAsync(
        contact.Id,
        async () =>
        {
            var subscription = SubscriptionRules.Confirmed(list, contact, consent, now) with { Frequency = frequency };
            if (await subscriptions.AddAsync(subscription, cancellationToken) is WriteResult.Done added) return added;
            if (await subscriptions.FindAsync(list, contact.Id, cancellationToken) is not { } found) return new WriteResult.Missing();
            var changed = await subscriptions.ChangeAsync(found, row => SubscriptionChange.Return(row, contact, consent, frequency, now), cancellationToken);
            return changed is null ? new WriteResult.Missing() : new WriteResult.Done(changed.ETag);
        },
        cancellationToken);
}
