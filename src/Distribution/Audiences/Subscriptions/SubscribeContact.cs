using Distribution.Audiences.MediaLists;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;

namespace Distribution.Audiences.Subscriptions;

/// <summary>Puts a contact on a list, on consent that a user has and can show.</summary>
public sealed class SubscribeContact(
    ContactStore contacts, MediaListStore lists, SubscriptionStore subscriptions, SyncContact syncContact, TimeProvider clock)
{
    public async Task<SubscribeContactResult> RunAsync(string contactId, SubscriptionInput input, CancellationToken cancellationToken)
    {
        var (errors, now) = (new FieldErrors(), clock.GetUtcNow());
        var consent = SubscriptionRules.Check(input, await lists.FindAsync(input.List, cancellationToken) is not null, now, errors);
        if (errors.Any) return new SubscribeContactResult.Invalid(errors);
        if (await contacts.FindAsync(contactId, cancellationToken) is not { } contact) return new SubscribeContactResult.Missing();

        var subscription = SubscriptionRules.Confirmed(input.List, contact.Value, consent, now);
        // The contact may change or go between our reading it and the subscription's being there to be brought up to date.
        var added = await syncContact.RunAsync(contactId, () => subscriptions.AddAsync(subscription, cancellationToken), cancellationToken);
        var found = await subscriptions.FindAsync(input.List, contactId, cancellationToken);
        return found switch
        {
            null => new SubscribeContactResult.Missing(),
            { Value.State: SubscriptionState.Ended } => added ? new SubscribeContactResult.Missing() : new SubscribeContactResult.Ended(),
            { Value.State: SubscriptionState.Pending } or { Value.IsByRule: true } => await ConfirmAsync(found, consent, now, cancellationToken),
            _ => added ? new SubscribeContactResult.Subscribed(found) : new SubscribeContactResult.Already(found),
        };
    }

    private async Task<SubscribeContactResult> ConfirmAsync(
        Stored<Subscription> pending, Consent consent, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Stored<Subscription>? changed = null;
        await syncContact.RunAsync(
            pending.Value.Contact,
            async () =>
            {
                changed = await subscriptions.ChangeAsync(pending, row => SubscriptionChange.Confirm(row, consent, now), cancellationToken);
                return changed is null ? new WriteResult.Missing() : new WriteResult.Done(changed.ETag);
            },
            cancellationToken);
        return changed switch
        {
            null => new SubscribeContactResult.Missing(),
            { Value.State: SubscriptionState.Ended } => new SubscribeContactResult.Ended(),
            var confirmed => new SubscribeContactResult.Subscribed(confirmed),
        };
    }
}

public abstract record SubscribeContactResult
{
    private SubscribeContactResult() { }

    public sealed record Subscribed(Stored<Subscription> Subscription) : SubscribeContactResult;

    /// <summary>They are on the list already.</summary>
    public sealed record Already(Stored<Subscription> Subscription) : SubscribeContactResult;

    /// <summary>They have unsubscribed; only their own confirmation brings them back.</summary>
    public sealed record Ended : SubscribeContactResult;

    /// <summary>There is no such contact.</summary>
    public sealed record Missing : SubscribeContactResult;

    public sealed record Invalid(FieldErrors Errors) : SubscribeContactResult;
}
