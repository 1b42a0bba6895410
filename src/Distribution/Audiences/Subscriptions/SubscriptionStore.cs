using System.Diagnostics;
using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Subscriptions;

/// <summary>
/// Subscriptions by list and shard (the first digit of the contact's id), so that planning reads one range, sorted by contact. A pointer
/// row by contact names the lists that a contact may be on; it is written first and means nothing by itself.
/// </summary>
public sealed class SubscriptionStore(Tables tables)
{
    /// <summary>The shards of a list, in the order of contact ids.</summary>
    public const string Shards = "0123456789abcdef";

    private readonly Rows<Subscription> rows = new(tables[Tables.Subscriptions]);
    private readonly Rows<SubscriptionPointer> pointers = new(tables[Tables.Subscriptions]);

    public Task<Stored<Subscription>?> FindAsync(string list, string contact, CancellationToken cancellationToken) =>
        rows.FindAsync(Partition(list, contact[0]), contact, cancellationToken);

    public async Task<WriteResult> AddAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var pointer = new SubscriptionPointer { List = subscription.List };
        await pointers.PutAsync(Pointers(subscription.Contact), $"{subscription.Contact}|{subscription.List}", pointer, cancellationToken);
        return await rows.AddAsync(
            Partition(subscription.List, subscription.Contact[0]), subscription.Contact, subscription, cancellationToken);
    }

    /// <summary>Adds subscriptions of contacts of one shard to one list, a hundred at once. An existing one stays as it is.</summary>
    /// <returns>The contacts that had one.</returns>
    public async Task<IReadOnlySet<string>> AddManyAsync(IReadOnlyList<Subscription> subscriptions, CancellationToken cancellationToken)
    {
        if (subscriptions is not [var first, ..]) return new HashSet<string>();
        var shard = first.Contact[0];
        await pointers.AddManyAsync(
            Pointers(first.Contact),
            subscriptions.Select(
                subscription => ($"{subscription.Contact}|{subscription.List}", new SubscriptionPointer { List = subscription.List })),
            cancellationToken);
        return await rows.AddManyAsync(
            Partition(first.List, shard), subscriptions.Select(subscription => (subscription.Contact, subscription)), cancellationToken);
    }

    /// <summary>The state of subscriptions of contacts of one shard to a list, of those that have one.</summary>
    public async Task<IReadOnlyDictionary<string, SubscriptionState>> StatesAsync(
        string list, char shard, IReadOnlyCollection<string> contacts, CancellationToken cancellationToken)
    {
        Dictionary<string, SubscriptionState> states = [];
        var wanted = contacts.ToHashSet();
        if (wanted.Count == 0) return states;
        await foreach (var membership in ShardAsync(list, shard, cancellationToken))
        {
            if (wanted.Contains(membership.Contact)) states[membership.Contact] = membership.State;
        }

        return states;
    }

    public Task<WriteResult> ReplaceAsync(Stored<Subscription> read, Subscription subscription, CancellationToken cancellationToken) =>
        rows.ReplaceAsync(read, subscription, cancellationToken);

    /// <summary>Those that have waited for their confirmation since before an instant; reads the whole table.</summary>
    public IAsyncEnumerable<Stored<Subscription>> PendingBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"State eq {"pending"} and ChangedAt lt {instant}"), cancellationToken);

    /// <summary>
    /// Deletes the row if it is still the one that was read: only what a rule or a merge added, and nobody has touched since, and what
    /// nobody has confirmed.
    /// </summary>
    public Task<WriteResult> DeleteAsync(Stored<Subscription> read, CancellationToken cancellationToken) =>
        rows.DeleteAsync(read, cancellationToken);

    /// <summary>
    /// Applies a change to the subscription as it now is, again when another writer came first; a change that answers what it was given
    /// writes nothing. Null when the row is gone.
    /// </summary>
    public async Task<Stored<Subscription>?> ChangeAsync(
        Stored<Subscription> read, Func<Subscription, Subscription> change, CancellationToken cancellationToken)
    {
        for (var current = read; current is not null; current = await FindAsync(read.Value.List, read.Value.Contact, cancellationToken))
        {
            var changed = change(current.Value);
            if (ReferenceEquals(changed, current.Value)) return current;
            await ReplaceAsync(current, changed, cancellationToken);
        }

        return null;
    }

    /// <summary>All subscriptions of a contact, whatever their state.</summary>
    public async Task<IReadOnlyList<Stored<Subscription>>> ForContactAsync(string contact, CancellationToken cancellationToken)
    {
        List<Stored<Subscription>> found = [];
        // The sign after the bar ends the range.
        var (first, last) = ($"{contact}|", $"{contact}}}");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Pointers(contact)} and RowKey gt {first} and RowKey lt {last}");
        await foreach (var pointer in pointers.QueryAsync(filter, cancellationToken))
        {
            if (await FindAsync(pointer.Value.List, contact, cancellationToken) is { } subscription) found.Add(subscription);
        }

        return found;
    }

    /// <summary>
    /// Whether a contact has ever been on one of the lists, in any state. The pointers stay when a subscription is deleted.
    /// </summary>
    public async Task<bool> WasOnAnyAsync(string contact, IEnumerable<string> lists, CancellationToken cancellationToken)
    {
        foreach (var list in lists)
        {
            if (await pointers.FindAsync(Pointers(contact), $"{contact}|{list}", cancellationToken) is not null) return true;
        }

        return false;
    }

    /// <summary>One shard of a list by contact id, whatever their state.</summary>
    public IAsyncEnumerable<Membership> ShardAsync(string list, char shard, CancellationToken cancellationToken) =>
        rows.PartsAsync<Membership>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition(list, shard)}"), cancellationToken);

    /// <summary>Of one shard of a list, who is on it or has left it.</summary>
    public IAsyncEnumerable<ContactState> ShardStatesAsync(string list, char shard, CancellationToken cancellationToken) =>
        rows.PartsAsync<ContactState>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition(list, shard)}"), cancellationToken);

    /// <summary>One shard of a list by contact id, whatever their state, to be written back.</summary>
    public IAsyncEnumerable<Stored<Subscription>> RowsAsync(string list, char shard, CancellationToken cancellationToken) =>
        rows.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition(list, shard)}"), cancellationToken);

    /// <summary>
    /// Writes changes of up to a hundred contacts of one shard, at least one, all or none: none when a subscription is not the one that
    /// was read any more.
    /// </summary>
    public async Task<WriteResult> WriteAllAsync(string list, IReadOnlyList<RuleWrite> writes, CancellationToken cancellationToken)
    {
        var contact = writes[0].Contact.Value.Id;
        var entering = writes.Where(write => write.Change is RuleChange.Enter).Select(write => new TableTransactionAction(
            TableTransactionActionType.UpsertReplace,
            Rows<SubscriptionPointer>.NewRow(Pointers(contact), $"{write.Contact.Value.Id}|{list}", new() { List = list }))).ToList();
        if (entering.Count > 0) await pointers.TransactAsync(entering, cancellationToken);
        return await rows.TransactAsync(writes.Select(write => Action(Partition(list, contact[0]), write)), cancellationToken);
    }

    /// <summary>
    /// Up to <paramref name="limit"/> subscriptions of a list by contact id, after the contact <paramref name="after"/> and in one state
    /// only if given.
    /// </summary>
    public Task<Page<Stored<Subscription>>> PageAsync(
        string list, SubscriptionState? state, int limit, string? after, CancellationToken cancellationToken)
    {
        var (first, last) = (Partition(list, after?[0] ?? '0'), Partition(list, 'f'));
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey le {last} and RowKey gt {after ?? ""}");
        var word = state?.ToString().ToLowerInvariant();
        return rows.PageAsync(
            word is null ? filter : $"{filter} and {TableClient.CreateQueryFilter($"State eq {word}")}", limit, cancellationToken);
    }

    /// <summary>How many are on a list; reads the keys of all of them.</summary>
    public async Task<int> CountConfirmedAsync(string list, CancellationToken cancellationToken)
    {
        var (first, last) = (Partition(list, Shards[0]), Partition(list, Shards[^1]));
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey le {last} and State eq {"confirmed"}");
        return await rows.PartsAsync<ContactState>(filter, cancellationToken).CountAsync(cancellationToken);
    }

    private static TableTransactionAction Action(string partition, RuleWrite write) => write.Change switch
    {
        RuleChange.Enter enter =>
            new(TableTransactionActionType.Add, Rows<Subscription>.NewRow(partition, enter.Subscription.Contact, enter.Subscription)),
        RuleChange.Renew renew => new(
            TableTransactionActionType.UpdateReplace,
            Columns<Subscription>.Write(renew.Subscription, new TableEntity(write.Found!.Entity)),
            write.Found.ETag),
        RuleChange.Remove => new(TableTransactionActionType.Delete, write.Found!.Entity, write.Found.ETag),
        _ => throw new UnreachableException(),
    };

    internal static string Partition(string list, char shard) => $"{list}.{shard}";

    /// <summary>Of many contacts in one partition, so that an import writes a hundred at once.</summary>
    private static string Pointers(string contact) => $"contact:{contact[0]}";
}
