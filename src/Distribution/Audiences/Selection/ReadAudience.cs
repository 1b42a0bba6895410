using System.Runtime.CompilerServices;
using Distribution.Audiences.Subscriptions;

namespace Distribution.Audiences.Selection;

/// <summary>
/// Reads the subscriptions to several lists side by side, by contact id: within a shard each list is sorted already, so that only one
/// row of each is held at a time, however long the lists are.
/// </summary>
public sealed class ReadAudience(SubscriptionStore subscriptions)
{
    /// <summary>One contact at a time with all their subscriptions to the lists, in the order of the lists.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Membership>> RunAsync(
        IReadOnlyList<string> lists, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var shard in SubscriptionStore.Shards)
        {
            await foreach (var contact in ShardAsync(lists, shard, cancellationToken)) yield return contact;
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<Membership>> ShardAsync(
        IReadOnlyList<string> lists, char shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<IAsyncEnumerator<Membership>> readers = [];
        try
        {
            PriorityQueue<IAsyncEnumerator<Membership>, (string Contact, int List)> next = new(ByContact);
            for (var list = 0; list < lists.Count; list++)
            {
                var reader = subscriptions.ShardAsync(lists[list], shard, cancellationToken).GetAsyncEnumerator(cancellationToken);
                readers.Add(reader);
                await AdvanceAsync(reader, list, next);
            }

            List<Membership> contact = [];
            while (next.TryDequeue(out var reader, out var place))
            {
                if (contact.Count > 0 && contact[0].Contact != place.Contact)
                {
                    yield return contact;
                    contact = [];
                }

                contact.Add(reader.Current);
                await AdvanceAsync(reader, place.List, next);
            }

            if (contact.Count > 0) yield return contact;
        }
        finally
        {
            foreach (var reader in readers) await reader.DisposeAsync();
        }
    }

    private static readonly IComparer<(string Contact, int List)> ByContact = Comparer<(string Contact, int List)>.Create(
        (left, right) => string.CompareOrdinal(left.Contact, right.Contact) is var order and not 0 ? order : left.List - right.List);

    private static async Task AdvanceAsync(
        IAsyncEnumerator<Membership> reader, int list, PriorityQueue<IAsyncEnumerator<Membership>, (string, int)> next)
    {
        if (await reader.MoveNextAsync()) next.Enqueue(reader, (reader.Current.Contact, list));
    }
}
