using System.Globalization;
using Distribution.Audiences.Indexing;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Contacts.Search;
using Distribution.Testing;
using Distribution.Testing.Faults;
using Distribution.Tests.Contacts.Search;

namespace Distribution.Tests.Audiences.Indexing;

public sealed class IndexNewMembersTests(Azurite azurite) : IndexTests(azurite)
{
    private readonly Azurite azurite = azurite;

    [Fact]
    public async Task Contacts_are_found_by_the_new_list_and_by_those_they_were_on_as_if_each_had_been_done_alone()
    {
        await App.Get<OutletStore>().AddAsync(Gazette.Id, Gazette, Token);
        var rosa = (await AddAsync(PressOffice.Contact() with { Positions = [new() { Outlet = Gazette.Id }] })).Value.Id;
        var tariq = (await AddAsync(PressOffice.Contact("tariq@example.org") with { Status = ContactStatus.Archived })).Value.Id;
        await SubscribeAsync(rosa, "desk-press");
        await ConfirmAsync(App, [rosa, tariq]);

        var left = await App.Get<IndexNewMembers>().RunAsync(Everyone([rosa, tariq]), Token);

        Assert.Empty(left);
        var rows = await RowsAsync();
        Assert.Contains(rows, row => row.StartsWith("active.list:everyone ", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("active.list:desk-press ", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("archived.list:everyone ", StringComparison.Ordinal));
        var columns = (await EntitiesAsync()).Select(row => string.Join(' ', row.Keys.Order(StringComparer.Ordinal))).ToList();
        foreach (var id in new[] { rosa, tariq }) await App.Get<UpdateIndex>().RunAsync(id, Token);
        Assert.Equal(rows, await RowsAsync());
        Assert.Equal(columns, (await EntitiesAsync()).Select(row => string.Join(' ', row.Keys.Order(StringComparer.Ordinal))));
    }

    [Fact]
    public async Task Who_is_not_in_the_index_or_was_changed_meanwhile_is_left_to_be_done_alone()
    {
        var (rosa, tariq) = ((await AddContactAsync()).Value.Id, (await AddContactAsync("tariq@example.org")).Value.Id);
        BeforeWrites overtaken = new(number => number == 1 ? SubscribeAsync(rosa, "desk-press") : Task.CompletedTask);
        IndexNewMembers members = new(App.Get<ContactStore>(), App.Get<OutletStore>(), overtaken.IndexOf(azurite, App), App.Clock);

        var left = await members.RunAsync(Everyone([rosa, tariq, new('0', 64)]), Token);

        Assert.Equal([new('0', 64), rosa], left.Order(StringComparer.Ordinal).OrderBy(id => id == rosa));
        Assert.Contains(await RowsAsync(), row => row.StartsWith("active.list:everyone ", StringComparison.Ordinal) && row.EndsWith(tariq, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sixty_of_one_shard_cost_a_twentieth_of_the_requests_that_they_cost_one_by_one()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Token);
        await using var app = await CoreHost.StartAsync(azurite, Token, proxy.Setting);
        List<Contact> readers = [.. Enumerable.Range(0, 60).Select(Reader)];
        await app.Get<ContactStore>().AddManyAsync(readers, Token);
        await app.Get<ContactIndexStore>().WriteAsync(readers.Select(reader => IndexChange.Compare(
            reader.Id, null, IndexRows.Create(reader, new Dictionary<string, Outlet>(), [], app.Clock.GetUtcNow()), app.Clock.GetUtcNow())), Token);
        List<string> ids = [.. readers.Select(reader => reader.Id)];
        await ConfirmAsync(app, ids);

        proxy.CountAnew();
        Assert.Empty(await app.Get<IndexNewMembers>().RunAsync(Everyone(ids), Token));
        var together = proxy.Counts.Values.Sum();
        proxy.CountAnew();
        foreach (var id in ids) await app.Get<UpdateIndex>().RunAsync(id, Token);
        var alone = proxy.Counts.Values.Sum();

        Assert.True(together * 20 <= alone, $"{together} requests together, {alone} one by one");
    }

    private static Contact Reader(int number) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"a{number:x63}"),
        Address = $"reader{number}@example.org",
        Name = $"Reader {number}",
        Languages = ["en"],
        Countries = ["TT"],
        Source = "card",
        SourceDate = DateTimeOffset.UnixEpoch,
        LawfulBasis = LawfulBasis.Consent,
    };

    private static Dictionary<string, IReadOnlyList<string>> Everyone(IEnumerable<string> contacts) =>
        contacts.ToDictionary(contact => contact, _ => (IReadOnlyList<string>)["everyone"]);

    /// <summary>Puts them on the list without telling the index.</summary>
    private static async Task ConfirmAsync(CoreHost app, IEnumerable<string> contacts)
    {
        foreach (var id in contacts)
        {
            var contact = (await app.Get<ContactStore>().FindAsync(id, Token))!.Value;
            await app.Get<SubscriptionStore>().AddAsync(
                SubscriptionRules.Confirmed("everyone", contact, new("consent", "Form", app.Clock.GetUtcNow()), app.Clock.GetUtcNow()), Token);
        }
    }
}
