using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;

namespace Distribution.Readers.Unsubscribe;

/// <summary>
/// Undoes an unsubscription by the link that made it, or saves a choice of fewer mails; idempotent. A link lets its holder do no more than
/// that, since mails are forwarded.
/// </summary>
public sealed class KeepSubscriptions(
    FindCoveredLists findCoveredLists,
    SubscriptionStore subscriptions,
    ContactIds contactIds,
    ContactStore contacts,
    EndSubscriptions endSubscriptions,
    RevokeSendExclusions revokeSendExclusions,
    ChangeDeliveryPreferences changeDeliveryPreferences,
    SyncContact syncContact,
    TimeProvider clock)
{
    /// <returns>The faults of the choice; then nothing has changed.</returns>
    public async Task<FieldErrors> RunAsync(UnsubscribeLink link, KeepRequest request, CancellationToken cancellationToken)
    {
        if (await findCoveredLists.RunAsync(link, cancellationToken) is not { } covered) return new();
        await foreach (var id in contactIds.AllAsync(link.Contact, cancellationToken))
        {
            // Delivery preferences first: a choice that is not valid brings nobody back.
            if (await ApplyAsync(id, request, covered.Topics, cancellationToken) is { Any: true } errors) return errors;
            var found = (await covered.ReadAsync(id, cancellationToken)).ToLookup(subscription => request.Keeps(subscription.Value.List));
            foreach (var subscription in found[true]) await KeepAsync(subscription, request.Choice, cancellationToken);
            await revokeSendExclusions.RunAsync(id, [.. found[true].Select(subscription => subscription.Value.List)], cancellationToken);
            if (found[false].Any()) await EndAsync(id, [.. found[false]], cancellationToken);
        }

        return new();
    }

    private async Task<FieldErrors> ApplyAsync(
        string contact, KeepRequest request, IReadOnlyList<string> topics, CancellationToken cancellationToken)
    {
        while (await contacts.FindAsync(contact, cancellationToken) is { } person)
        {
            var deliveryPreferences = UndoUnsubscribeRule.ApplyTo(person.Value, request, topics, clock.GetUtcNow());
            if (deliveryPreferences is null) break;
            var result = await changeDeliveryPreferences.RunAsync(person, deliveryPreferences, cancellationToken);
            if (result is ReplaceContactResult.Invalid invalid) return invalid.Errors;
            if (result is not ReplaceContactResult.Changed) break;
        }

        return new();
    }

    private Task<bool> KeepAsync(
        Stored<Subscription> found, KeepChoice choice, CancellationToken cancellationToken) => syncContact.RunAsync(
        found.Value.Contact,
        async () =>
        {
            var now = clock.GetUtcNow();
            var changed = await subscriptions.ChangeAsync(found, row => UndoUnsubscribeRule.Undo(row, choice, now), cancellationToken);
            return changed is null ? new WriteResult.Missing() : new WriteResult.Done(changed.ETag);
        },
        cancellationToken);

    private Task<bool> EndAsync(
        string contact, IReadOnlyList<Stored<Subscription>> found, CancellationToken cancellationToken) => syncContact.RunAsync(
        contact,
        async () =>
        {
            var ended = await endSubscriptions.RunAsync(found, SubscriptionChange.Unsubscribed);
            return ended is [.., var last] ? new WriteResult.Done(last.ETag) : new WriteResult.Missing();
        },
        cancellationToken);
}
