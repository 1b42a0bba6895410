using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Contacts.Search;
using Distribution.Platform.Storage;
using Distribution.Testing;

namespace Distribution.Tests.Contacts.Search;

public sealed class ContactIndexStoreTests(Azurite azurite) : IndexTests(azurite)
{
    private static readonly Dictionary<string, Outlet> Outlets = new() { [Gazette.Id] = Gazette };

    private ContactIndexStore Index => App.Get<ContactIndexStore>();

    [Fact]
    public async Task Many_contacts_are_written_at_once_and_found()
    {
        List<Contact> contacts = [.. Enumerable.Range(0, 250).Select(Invent)];

        Assert.Empty(await Index.WriteAsync(contacts.Select(New), Token));

        Assert.Equal(contacts.Sum(contact => Rows(contact).Count), (await RowsAsync()).Count);
        Assert.Equal(
            50, (await App.Get<SearchContacts>().RunAsync(new() { Text = "person", Outlet = "gazette" }, 50, null, Token))!.Items.Count);
    }

    [Fact]
    public async Task Writing_the_same_again_changes_nothing()
    {
        List<Contact> contacts = [.. Enumerable.Range(0, 20).Select(Invent)];
        await Index.WriteAsync(contacts.Select(New), Token);
        var rows = await RowsAsync();

        Assert.Empty(await Index.WriteAsync(await AgainAsync(contacts), Token));

        Assert.Equal(rows, await RowsAsync());
    }

    [Fact]
    public async Task Rows_that_are_gone_already_do_not_hold_up_the_others_that_are_to_go()
    {
        List<Contact> contacts = [.. Enumerable.Range(0, 20).Select(Invent)];
        await Index.WriteAsync(contacts.Select(New), Token);
        await App.Get<Tables>()[Tables.ContactIndex].DeleteEntityAsync("active.all", Rows(contacts[3])[0].Key.Row, Azure.ETag.All, Token);

        Assert.Empty(await Index.WriteAsync(
            await AgainAsync([.. contacts.Select(contact => contact with { Status = ContactStatus.Archived })]), Token));

        Assert.All(await RowsAsync(), row => Assert.StartsWith("archived.", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Contacts_that_another_has_written_first_are_named_and_the_others_are_written()
    {
        List<Contact> contacts = [.. Enumerable.Range(0, 20).Select(Invent)];
        var changes = contacts.Select(New).ToList();
        await Index.WriteAsync([New(contacts[7])], Token);

        Assert.Equal([contacts[7].Id], await Index.WriteAsync(changes, Token));
        Assert.Equal(contacts.Sum(contact => Rows(contact).Count), (await RowsAsync()).Count);
    }

    [Fact]
    public async Task An_outlet_is_in_use_while_anybody_works_or_worked_for_it()
    {
        await App.Get<OutletStore>().AddAsync(Gazette.Id, Gazette, Token);
        Assert.False(await Index.AnyAtAsync("gazette", Token));

        var contact = await AddAsync(PressOffice.Contact() with
        {
            Positions = [new() { Outlet = "gazette", Until = new(2020, 1, 1) }],
            Status = ContactStatus.Archived
        });
        Assert.True(await Index.AnyAtAsync("gazette", Token));

        await ReplaceAsync(contact, PressOffice.Contact());
        Assert.False(await Index.AnyAtAsync("gazette", Token));
    }

    private async Task<List<IndexChange>> AgainAsync(List<Contact> contacts)
    {
        List<IndexChange> changes = [];
        foreach (var contact in contacts)
            changes.Add(IndexChange.Compare(contact.Id, await Index.FindAsync(contact.Id, Token), Rows(contact), App.Clock.GetUtcNow()));
        return changes;
    }

    private IndexChange New(Contact contact) => IndexChange.Compare(contact.Id, null, Rows(contact), App.Clock.GetUtcNow());

    private IReadOnlyList<IndexRow> Rows(Contact contact) => IndexRows.Create(contact, Outlets, ["everyone"], App.Clock.GetUtcNow());

    private Contact Invent(int number) => new()
    {
        Id = Distribution.Platform.Security.NewId.From($"{number}"),
        Address = $"person{number}@example.org",
        Name = $"Person {number}",
        Languages = ["en"],
        Positions = [new() { Outlet = "gazette" }],
        Source = "card",
        SourceDate = App.Clock.GetUtcNow(),
        LawfulBasis = LawfulBasis.Consent,
    };
}
