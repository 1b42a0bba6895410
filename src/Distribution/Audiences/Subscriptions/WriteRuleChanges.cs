using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Subscriptions;

/// <summary>
/// Writes what a rule makes of up to a hundred contacts of one shard at once. Whoever was changed by somebody else meanwhile, contact or
/// subscription, is brought up to date alone; harmless to repeat.
/// </summary>
public sealed class WriteRuleChanges(ContactStore contacts, SubscriptionStore subscriptions, SyncSubscriptions syncSubscriptions)
{
    public const int Most = 100;

    /// <param name="list">Id of the list.</param>
    /// <param name="writes">Changes of contacts of one shard, by contact id.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task RunAsync(string list, IReadOnlyList<RuleWrite> writes, CancellationToken cancellationToken)
    {
        if (writes.Count == 0) return;
        var doubtful = await subscriptions.WriteAllAsync(list, writes, cancellationToken) is WriteResult.Done
            ? await ChangedAsync(writes, cancellationToken)
            : [.. writes.Select(write => write.Contact.Value.Id)];
        foreach (var contact in doubtful) await syncSubscriptions.RunAsync(contact, cancellationToken);
    }

    /// <summary>Whose contact is not the one that was read any more: whoever changed it may not have seen the subscription.</summary>
    private async Task<IEnumerable<string>> ChangedAsync(IReadOnlyList<RuleWrite> writes, CancellationToken cancellationToken)
    {
        var open = writes.ToDictionary(write => write.Contact.Value.Id, write => write.Contact.WrittenAt);
        await foreach (var (id, writtenAt) in contacts.TimesAsync(
            writes[0].Contact.Value.Id, writes[^1].Contact.Value.Id, cancellationToken))
        {
            if (open.TryGetValue(id, out var known) && known == writtenAt) open.Remove(id);
        }

        return open.Keys;
    }
}
