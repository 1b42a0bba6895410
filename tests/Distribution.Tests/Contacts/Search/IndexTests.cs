using Azure.Data.Tables;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Storage;
using Distribution.Testing;

namespace Distribution.Tests.Contacts.Search;

/// <summary>Tests that look into the table of the index.</summary>
public abstract class IndexTests(Azurite azurite) : CoreHostTests(azurite)
{
    protected static Outlet Gazette { get; } = new() { Id = "gazette", Name = "Gazette", Type = OutletType.Daily };

    protected async Task<Stored<Contact>> AddAsync(ContactInput input) =>
        Assert.IsType<AddContactResult.Added>(await App.Get<AddContact>().RunAsync(input, Token)).Contact;

    protected async Task<Stored<Contact>> ReplaceAsync(Stored<Contact> contact, ContactInput input) =>
        Assert.IsType<ReplaceContactResult.Replaced>(await App.Get<ReplaceContact>().RunAsync(contact, input, Token)).Contact;

    /// <summary>Keys of the rows of contacts, <c>partition row</c>, without those that say which rows a contact has.</summary>
    protected async Task<List<string>> RowsAsync() => [.. (await EntitiesAsync()).Select(row => $"{row.PartitionKey} {row.RowKey}")];

    protected async Task<List<TableEntity>> EntitiesAsync() => await App.Get<Tables>()[Tables.ContactIndex]
        .QueryAsync<TableEntity>("PartitionKey ge 'a' and PartitionKey lt 'b'", cancellationToken: Token).ToListAsync(Token);
}
