using Azure.Data.Tables;
using Distribution.Platform.Storage;

namespace Distribution.Contacts.Contacts;

/// <summary>Contacts by id, sharded by its first digit; and whose an address is.</summary>
public sealed class ContactStore(Tables tables)
{
    /// <summary>Up to this number of rows of a shard are read one by one; for more the shard is read, a thousand rows a request.</summary>
    private const int FewInShard = 30;

    private readonly Rows<Contact> contacts = new(tables[Tables.Contacts]);
    private readonly Rows<ContactAddress> addresses = new(tables[Tables.Addresses]);

    public Task<Stored<Contact>?> FindAsync(string id, CancellationToken cancellationToken) =>
        contacts.FindAsync(Shard(id), id, cancellationToken);

    public Task<WriteResult> AddAsync(Contact contact, CancellationToken cancellationToken) =>
        contacts.AddAsync(Shard(contact.Id), contact.Id, contact, cancellationToken);

    public Task<WriteResult> ReplaceAsync(Stored<Contact> read, Contact contact, CancellationToken cancellationToken) =>
        contacts.ReplaceAsync(read, contact, cancellationToken);

    public Task<WriteResult> DeleteAsync(Stored<Contact> read, CancellationToken cancellationToken) => contacts.DeleteAsync(read, cancellationToken);

    /// <summary>Up to <paramref name="limit"/> contacts by id, after the id <paramref name="after"/> if given.</summary>
    public Task<Page<Stored<Contact>>> PageAsync(int limit, string? after, CancellationToken cancellationToken) =>
        contacts.PageAsync(
            after is null
                ? TableClient.CreateQueryFilter($"PartitionKey ge {"0"}")
                : TableClient.CreateQueryFilter($"PartitionKey ge {Shard(after)} and RowKey gt {after}"),
            limit,
            cancellationToken);

    /// <summary>The contacts whose id begins with the digit, by id.</summary>
    public IAsyncEnumerable<Stored<Contact>> ShardAsync(char shard, CancellationToken cancellationToken) =>
        contacts.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {shard.ToString()}"), cancellationToken);

    /// <summary>When the contacts of one shard from one id to another were last written.</summary>
    public IAsyncEnumerable<(string Id, DateTimeOffset? WrittenAt)> TimesAsync(string first, string last, CancellationToken cancellationToken) =>
        contacts.TimesAsync(
            TableClient.CreateQueryFilter($"PartitionKey eq {Shard(first)} and RowKey ge {first} and RowKey le {last}"), cancellationToken);

    /// <summary>Id of the contact an address belongs to; where contacts were merged, of the one that stayed.</summary>
    public async Task<string?> OwnerAsync(string addressHash, CancellationToken cancellationToken) =>
        await MergeChainAsync(addressHash, cancellationToken) is [.., var owner] ? owner : null;

    /// <summary>
    /// The contact that was given an address, the one that it was merged into, and so on. A contact's id is the hash of its first address,
    /// and the row of that hash names the contact that it was merged into.
    /// </summary>
    public async Task<IReadOnlyList<string>> MergeChainAsync(string addressHash, CancellationToken cancellationToken)
    {
        List<string> line = [];
        var key = addressHash;
        while ((await FindAddressAsync(key, cancellationToken))?.Value is { } address && !line.Contains(address.Contact))
        {
            if (address.IsAlias && line.Count == 0) line.Add(key);
            line.Add(address.Contact);
            if (address.Contact == key) break;
            key = address.Contact;
        }

        return line;
    }

    /// <summary>
    /// HMACs of all addresses that a contact ever had, the first of which is its id, and of those of contacts that were merged into it;
    /// reads the whole table.
    /// </summary>
    public async Task<IReadOnlyList<string>> AddressesOfAsync(string contact, CancellationToken cancellationToken)
    {
        List<string> found = [contact];
        Queue<string> contactIds = new([contact]);
        while (contactIds.TryDequeue(out var id))
        {
            await foreach (var row in addresses.QueryAsync(TableClient.CreateQueryFilter($"Contact eq {id}"), cancellationToken))
            {
                if (found.Contains(row.Entity.RowKey)) continue;
                found.Add(row.Entity.RowKey);
                if (row.Value.IsAlias) contactIds.Enqueue(row.Entity.RowKey);
            }
        }

        return found;
    }

    /// <summary>Id of the contact that a contact was merged into; null where it was not.</summary>
    public async Task<string?> SuccessorAsync(string contact, CancellationToken cancellationToken) =>
        (await FindAddressAsync(contact, cancellationToken))?.Value.Contact is { } owner && owner != contact ? owner : null;

    public Task<Stored<ContactAddress>?> FindAddressAsync(string addressHash, CancellationToken cancellationToken) =>
        addresses.FindAsync(Shard(addressHash), addressHash, cancellationToken);

    public Task<WriteResult> ReplaceAddressAsync(Stored<ContactAddress> read, ContactAddress address, CancellationToken cancellationToken) =>
        addresses.ReplaceAsync(read, address, cancellationToken);

    public Task<WriteResult> AddAddressAsync(string addressHash, string contact, CancellationToken cancellationToken) =>
        addresses.AddAsync(Shard(addressHash), addressHash, new ContactAddress { Contact = contact }, cancellationToken);

    public Task<WriteResult> DeleteAddressAsync(string addressHash, CancellationToken cancellationToken) =>
        addresses.DeleteAsync(Shard(addressHash), addressHash, Azure.ETag.All, cancellationToken);

    /// <summary>Adds contacts of one shard, a hundred at once.</summary>
    /// <returns>The ids of those that were there already.</returns>
    public Task<IReadOnlySet<string>> AddManyAsync(IReadOnlyList<Contact> added, CancellationToken cancellationToken) => added.Count == 0
        ? Task.FromResult<IReadOnlySet<string>>(new HashSet<string>())
        : contacts.AddManyAsync(Shard(added[0].Id), added.Select(contact => (contact.Id, contact)), cancellationToken);

    /// <summary>Makes addresses of one shard the contacts' whose ids they are, a hundred at once.</summary>
    /// <returns>The hashes of those that were somebody's already.</returns>
    public Task<IReadOnlySet<string>> AddFirstAddressesAsync(IReadOnlyList<string> hashes, CancellationToken cancellationToken) => hashes.Count == 0
        ? Task.FromResult<IReadOnlySet<string>>(new HashSet<string>())
        : addresses.AddManyAsync(Shard(hashes[0]), hashes.Select(hash => (hash, new ContactAddress { Contact = hash })), cancellationToken);

    /// <summary>The owners of the addresses of one shard, where there are any.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OwnersAsync(char shard, IReadOnlyCollection<string> hashes, CancellationToken cancellationToken)
    {
        Dictionary<string, string> owners = [];
        if (hashes.Count <= FewInShard)
        {
            foreach (var hash in hashes)
            {
                if (await OwnerAsync(hash, cancellationToken) is { } owner) owners[hash] = owner;
            }

            return owners;
        }

        var wanted = hashes.ToHashSet();
        await foreach (var row in addresses.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {shard.ToString()}"), cancellationToken))
        {
            if (wanted.Contains(row.Entity.RowKey)) owners[row.Entity.RowKey] = row.Value.Contact;
        }

        foreach (var given in owners.Where(owner => owner.Key != owner.Value).GroupBy(owner => owner.Value).ToList())
        {
            var owner = await OwnerAsync(given.Key, cancellationToken) ?? given.Key;
            foreach (var (hash, _) in given) owners[hash] = owner;
        }

        return owners;
    }

    /// <summary>The contacts with these ids, of those that there are.</summary>
    public async Task<IReadOnlyDictionary<string, Stored<Contact>>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        Dictionary<string, Stored<Contact>> found = [];
        foreach (var shard in ids.GroupBy(Shard))
        {
            var wanted = shard.ToHashSet();
            if (wanted.Count > FewInShard)
            {
                await foreach (var contact in contacts.QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {shard.Key}"), cancellationToken))
                {
                    if (wanted.Contains(contact.Value.Id)) found[contact.Value.Id] = contact;
                }

                continue;
            }

            foreach (var id in wanted)
            {
                if (await FindAsync(id, cancellationToken) is { } contact) found[id] = contact;
            }
        }

        return found;
    }

    private static string Shard(string id) => id[..1];
}
