using System.Runtime.CompilerServices;
using Distribution.Audiences.MediaLists;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Subscriptions;

/// <summary>
/// Carries out a list's rule for the contacts of one shard. Contacts and subscriptions are both sorted by contact, so they are read side by
/// side, one of each in memory.
/// </summary>
public sealed class RefreshShard(
    ContactStore contacts, SubscriptionStore subscriptions, WriteRuleChanges writeRuleChanges, TimeProvider clock)
{
    /// <returns>How many were put on the list and how many taken off.</returns>
    public async Task<(int Entered, int Left)> RunAsync(string list, char shard, RuleBook rules, CancellationToken cancellationToken)
    {
        var (entered, left) = (0, 0);
        List<RuleWrite> open = [];
        await foreach (var write in ChangesAsync(list, shard, rules, cancellationToken))
        {
            open.Add(write);
            if (write.Change is RuleChange.Enter) entered++;
            if (write.Change is RuleChange.Remove) left++;
            if (open.Count < WriteRuleChanges.Most) continue;
            await writeRuleChanges.RunAsync(list, open, cancellationToken);
            open.Clear();
        }

        await writeRuleChanges.RunAsync(list, open, cancellationToken);
        return (entered, left);
    }

    private async IAsyncEnumerable<RuleWrite> ChangesAsync(
        string list, char shard, RuleBook rules, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rule = rules.RuleOf(list);
        await using var rows = subscriptions.RowsAsync(list, shard, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var hasRow = await rows.MoveNextAsync();
        await foreach (var contact in contacts.ShardAsync(shard, cancellationToken))
        {
            while (hasRow && string.CompareOrdinal(rows.Current.Value.Contact, contact.Value.Id) < 0) hasRow = await rows.MoveNextAsync();
            var found = hasRow && rows.Current.Value.Contact == contact.Value.Id ? rows.Current : null;
            if (Decide(list, rule, contact.Value, rules, found) is { } change) yield return new(contact, change, found);
        }
    }

    private RuleChange? Decide(string list, ListRule? rule, Contact contact, RuleBook rules, Stored<Subscription>? found)
    {
        var now = clock.GetUtcNow();
        return RuleMembership.Decide(list, rule, contact, rules.TypeOf(contact.PositionOn(now)?.Outlet), found?.Value, now);
    }
}
