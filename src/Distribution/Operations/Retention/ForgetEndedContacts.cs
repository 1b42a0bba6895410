using System.Text.Json;
using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Microsoft.Extensions.Options;

namespace Distribution.Operations.Retention;

/// <summary>
/// Removes contacts who were on media lists and have been on none for long. Contacts who never were on one are kept. It reads the lists
/// side by
/// side, a shard at a time, so that memory does not grow with the contacts.
/// </summary>
public sealed class ForgetEndedContacts(
    ContactStore contacts, MediaListStore lists, SubscriptionStore subscriptions, RemoveContact removeContact, IOptions<RetentionOptions> options)
    : IRetentionRule
{
    public string Kind { get; } = JsonNamingPolicy.CamelCase.ConvertName(nameof(RetentionOptions.EndedContacts));

    public TimeSpan? Kept => options.Value.EndedContacts;

    public async Task<int> RunAsync(DateTimeOffset before, bool onlyCount, CancellationToken cancellationToken)
    {
        var count = 0;
        var all = await lists.AllAsync(cancellationToken).Select(list => list.Value.Id).ToListAsync(cancellationToken);
        foreach (var shard in SubscriptionStore.Shards)
        {
            foreach (var contact in await EndedAsync(all, shard, before, cancellationToken))
            {
                if (await ForgetAsync(contact, before, onlyCount, cancellationToken)) count++;
            }
        }

        return count;
    }

    private async Task<IEnumerable<string>> EndedAsync(IEnumerable<string> all, char shard, DateTimeOffset before, CancellationToken cancellationToken)
    {
        Dictionary<string, bool> hasEnded = [];
        foreach (var list in all)
        {
            await foreach (var row in subscriptions.ShardAsync(list, shard, cancellationToken))
            {
                hasEnded[row.Contact] = IsOver(row.State, row.ChangedAt, before) && hasEnded.GetValueOrDefault(row.Contact, true);
            }
        }

        return hasEnded.Where(contact => contact.Value).Select(contact => contact.Key);
    }

    /// <summary>Looks at the contact's own rows once more: somebody may have come back meanwhile.</summary>
    private async Task<bool> ForgetAsync(string id, DateTimeOffset before, bool onlyCount, CancellationToken cancellationToken)
    {
        if (await contacts.FindAsync(id, cancellationToken) is not { } contact) return false;
        var rows = await subscriptions.ForContactAsync(id, cancellationToken);
        if (!rows.All(row => IsOver(row.Value.State, row.Value.ChangedAt, before))) return false;
        return onlyCount || await removeContact.RunAsync(contact, cancellationToken);
    }

    private static bool IsOver(SubscriptionState state, DateTimeOffset changedAt, DateTimeOffset before) =>
        state == SubscriptionState.Ended && changedAt < before;
}
