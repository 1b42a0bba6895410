using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Subscriptions;

/// <summary>
/// Writes a rule's changes to up to a hundred contacts of one shard at once. A contact or subscription that somebody else changed
/// meanwhile is updated alone; idempotent.
/// </summary>
public sealed class WriteRuleChanges(ContactStore contacts, SubscriptionStore subscriptions, SyncContact syncContact)
{
    public const int Most = 100;

    /// <param name="list">Id of the list.</param>
    /// <param name="writes">Changes of contacts of one shard, by contact id.</param>
    public async Task RunAsync(string list, IReadOnlyList<RuleWrite> writes, CancellationToken cancellationToken)
    {
        if (writes.Count == 0) return;
        var doubtful = await subscriptions.WriteAllAsync(list, writes, cancellationToken) is WriteResult.Done
            ? await ChangedAsync(writes, cancellationToken)
            : [.. writes.Select(write => write.Contact.Value.Id)];
        foreach (var contact in doubtful) await syncContact.RunAsync(contact, cancellationToken);
    }

    /// <summary>
    /// Changes whose contact is no longer the one that was read: the code that changed it may not have seen the subscription.
    /// </summary>
    private async Task<IEnumerable<string>> ChangedAsync(IReadOnlyList<RuleWrite> writes, CancellationToken cancellationToken)
    {
        var open = writes.ToDictionary(write => write.Contact.Value.Id, write => write.Contact.WrittenAt);
        await foreach (var (id, writtenAt) in contacts.TimesAsync(writes[0].Contact.Value.Id, writes[^1].Contact.Value.Id, cancellationToken))
        {
            if (open.TryGetValue(id, out var known) && known == writtenAt) open.Remove(id);
        }

        return open.Keys;
    }
}
