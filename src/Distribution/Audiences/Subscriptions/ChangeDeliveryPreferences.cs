using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;
using Distribution.Publisher.Topics;

namespace Distribution.Audiences.Subscriptions;

/// <summary>Keeps how somebody wants to be mailed. A pause holds for mails too that are planned and not yet sent.</summary>
public sealed class ChangeDeliveryPreferences(
    ContactStore contacts, SendExclusionStore sendExclusions, TopicStore topics, SyncContact syncContact, TimeProvider clock)
{
    public async Task<ReplaceContactResult> RunAsync(
        Stored<Contact> read, DeliveryPreferences deliveryPreferences, CancellationToken cancellationToken)
    {
        var (errors, now) = (new FieldErrors(), clock.GetUtcNow());
        var vocabulary = await topics.ReadForAsync(deliveryPreferences.NotTopics, cancellationToken);
        var kept = DeliveryPreferenceRules.Check(deliveryPreferences, vocabulary, now, errors);
        if (errors.Any) return new ReplaceContactResult.Invalid(errors);
        var id = read.Value.Id;
        if (!await syncContact.RunAsync(
            id,
            () => contacts.ReplaceAsync(read, read.Value with { DeliveryPreferences = kept }, cancellationToken),
            cancellationToken)) return new ReplaceContactResult.Changed();
        // After the copies, so that a plan made in between has either seen the pause or sees this.
        if (kept.PausedUntil is not null && kept.PausedUntil != read.Value.DeliveryPreferences.PausedUntil)
            await sendExclusions.AddAsync(new() { Contact = id, At = now }, CancellationToken.None);
        return await contacts.FindAsync(id, cancellationToken) is { } changed
            ? new ReplaceContactResult.Replaced(changed)
            : new ReplaceContactResult.Changed();
    }
}
