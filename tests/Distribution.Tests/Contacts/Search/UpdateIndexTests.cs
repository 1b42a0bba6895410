using Azure.Data.Tables;
using Distribution.Contacts;
using Distribution.Contacts.Search;
using Distribution.Storage;
using Distribution.Testing;

namespace Distribution.Tests.Contacts.Search;

public sealed class UpdateIndexTests(Azurite azurite) : IndexTests(azurite)
{
    private UpdateIndex UpdateIndex => App.Get<UpdateIndex>();

    [Fact]
    public async Task A_contact_that_is_added_has_the_rows_that_the_rule_says()
    {
        var contact = await AddContactAsync();

        Assert.Equal(Expected(contact.Value), (await RowsAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_new_name_moves_the_rows_and_leaves_none_behind()
    {
        var contact = await AddContactAsync();

        var renamed = await ReplaceAsync(contact, PressOffice.Contact() with { Name = "Zoë N.", Countries = ["JM"] });

        Assert.Equal(Expected(renamed.Value), (await RowsAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_contact_that_is_removed_leaves_nothing()
    {
        var contact = await AddContactAsync();

        await App.Get<RemoveContact>().RunAsync(contact, Token);

        Assert.Empty(await App.Get<Tables>()[Tables.ContactIndex].QueryAsync<TableEntity>(cancellationToken: Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Updating_again_changes_nothing()
    {
        var contact = await AddContactAsync();
        var before = await RowsAsync();

        await UpdateIndex.RunAsync(contact.Value.Id, Token);

        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task Whoever_writes_last_the_index_agrees_with_the_contact()
    {
        var contact = await AddContactAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
        {
            var read = await App.Get<ContactStore>().FindAsync(contact.Value.Id, Token);
            await App.Get<ReplaceContact>().RunAsync(read!, PressOffice.Contact() with { Name = $"Rosa {number}" }, Token);
        }));

        var now = (await App.Get<ContactStore>().FindAsync(contact.Value.Id, Token))!.Value;
        Assert.Equal(Expected(now), (await RowsAsync()).Order(StringComparer.Ordinal));
    }

    private List<string> Expected(Contact contact, params string[] lists) =>
    [
        .. IndexRows.Of(contact, new Dictionary<string, Outlet>(), lists, App.Clock.GetUtcNow())
            .Select(row => $"{row.Key.Partition} {row.Key.Row}").Order(StringComparer.Ordinal),
    ];
}
