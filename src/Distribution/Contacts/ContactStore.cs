using Azure.Data.Tables;
using Distribution.Storage;

namespace Distribution.Contacts;

/// <summary>Contacts by id, sharded by its first digit; and whose an address is.</summary>
public sealed class ContactStore(Tables tables)
{
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

    /// <summary>Whether a contact works or worked for the outlet; reads the whole table.</summary>
    public async Task<bool> AnyAtAsync(string outlet, CancellationToken cancellationToken) => await contacts
        .QueryAsync(TableClient.CreateQueryFilter($"PartitionKey ge {"0"}"), cancellationToken)
        .AnyAsync(contact => contact.Value.Positions.Any(position => position.Outlet == outlet), cancellationToken);

    /// <summary>Id of the contact an address belongs to.</summary>
    public async Task<string?> OwnerAsync(string addressHash, CancellationToken cancellationToken) =>
        (await addresses.FindAsync(Shard(addressHash), addressHash, cancellationToken))?.Value.Contact;

    public Task<WriteResult> AddAddressAsync(string addressHash, string contact, CancellationToken cancellationToken) =>
        addresses.AddAsync(Shard(addressHash), addressHash, new ContactAddress { Contact = contact }, cancellationToken);

    public Task<WriteResult> DeleteAddressAsync(string addressHash, CancellationToken cancellationToken) =>
        addresses.DeleteAsync(Shard(addressHash), addressHash, Azure.ETag.All, cancellationToken);

    private static string Shard(string id) => id[..1];
}
