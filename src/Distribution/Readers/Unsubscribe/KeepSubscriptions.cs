using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;
using Distribution.Releases.Drafts;

namespace Distribution.Readers.Unsubscribe;

/// <summary>
/// Takes back a leave by the link that made it, or chooses less instead of nothing; harmless to repeat. A link lets its holder do no more than
/// that, since mails are forwarded.
/// </summary>
public sealed class KeepSubscriptions(
    ReleaseStore releases,
    SubscriptionStore subscriptions,
    ContactIds contactIds,
    ContactStore contacts,
    SendExclusionStore sendExclusions,
    RevokeSendExclusions revokeSendExclusions,
    ChangeDeliveryPreferences changeDeliveryPreferences,
    SyncContact syncContact,
    TimeProvider clock)
{
    /// <param name="release">The release whose link it is.</param>
    /// <param name="contact">Whose.</param>
    /// <param name="request">What they choose.</param>
    /// <param name="cancellationToken">Ends it between two lists.</param>
    /// <returns>What is wrong with the choice; then nothing has changed.</returns>
    public async Task<FieldErrors> RunAsync(string release, string contact, KeepRequest request, CancellationToken cancellationToken)
    {
        if (await releases.FindMainAsync(release, cancellationToken) is not { Value: var found }) return new();
        return await EachAsync(contact, request, _ => Task.FromResult(found.Audience.Lists), found.Topics, cancellationToken);
    }

    /// <summary>The same by the link of a digest, for every list that the contact gets or got as one.</summary>
    public Task<FieldErrors> DigestsAsync(string contact, KeepRequest request, CancellationToken cancellationToken) => EachAsync(
        contact,
        request,
        async id => [.. (await subscriptions.ForContactAsync(id, cancellationToken)).Where(row => row.Value.Frequency == Frequency.Daily).Select(row => row.Value.List)],
        [],
        cancellationToken);

    private async Task<FieldErrors> EachAsync(
        string contact, KeepRequest request, Func<string, Task<IReadOnlyList<string>>> listsOf, IReadOnlyList<string> topics, CancellationToken cancellationToken)
    {
        await foreach (var id in contactIds.AllAsync(contact, cancellationToken))
        {
            var lists = await listsOf(id);
            // DeliveryPreferences first: what cannot be had brings nobody back.
            if (await WishAsync(id, request, topics, cancellationToken) is { Any: true } errors) return errors;
            foreach (var list in lists) await KeepAsync(list, id, request, cancellationToken);
            await revokeSendExclusions.RunAsync(id, [.. lists.Where(request.Keeps)], cancellationToken);
            List<string> left = [.. lists.Where(list => !request.Keeps(list))];
            // After the end, so that a plan made in between has either seen the end or sees the departure.
            if (left.Count > 0) await sendExclusions.AddAsync(new() { Contact = id, Lists = left, At = clock.GetUtcNow() }, cancellationToken);
        }

        return new();
    }

    private async Task<FieldErrors> WishAsync(string contact, KeepRequest request, IReadOnlyList<string> topics, CancellationToken cancellationToken)
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

    private Task<bool> KeepAsync(string list, string contact, KeepRequest request, CancellationToken cancellationToken) => syncContact.RunAsync(
        contact,
        async () =>
        {
            if (await subscriptions.FindAsync(list, contact, cancellationToken) is not { } found) return new WriteResult.Missing();
            var now = clock.GetUtcNow();
            var changed = await subscriptions.ChangeAsync(
                found, row => request.Keeps(list) ? UndoUnsubscribeRule.Undo(row, request.Choice, now) : SubscriptionChange.End(row, SubscriptionChange.Unsubscribed, now), cancellationToken);
            return changed is null ? new WriteResult.Missing() : new WriteResult.Done(changed.ETag);
        },
        cancellationToken);
}
