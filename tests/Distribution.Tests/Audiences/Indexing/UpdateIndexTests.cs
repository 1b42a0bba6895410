using Azure.Data.Tables;
using Distribution.Audiences.Indexing;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Contacts.Search;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Distribution.Tests.Contacts.Search;

namespace Distribution.Tests.Audiences.Indexing;

public sealed class UpdateIndexTests(Azurite azurite) : IndexTests(azurite)
{
    private readonly Azurite azurite = azurite;

    private UpdateIndex UpdateIndex => App.Get<UpdateIndex>();

    private ContactStore Contacts => App.Get<ContactStore>();

    [Fact]
    public async Task A_contact_that_is_added_has_the_rows_that_the_rule_says()
    {
        var contact = await AddContactAsync();

        Assert.Equal(Expected(contact.Value), await SortedRowsAsync());
    }

    [Fact]
    public async Task A_new_name_moves_the_rows_and_leaves_none_behind()
    {
        var contact = await AddContactAsync();

        var renamed = await ReplaceAsync(contact, PressOffice.Contact() with { Name = "Zoë N.", Countries = ["JM"] });

        Assert.Equal(Expected(renamed.Value), await SortedRowsAsync());
    }

    [Fact]
    public async Task A_contact_that_is_removed_leaves_nothing()
    {
        var contact = await AddContactAsync();

        await App.Get<RemoveContact>().RunAsync(contact, Token);

        Assert.Empty(await WholeTableAsync());
    }

    [Fact]
    public async Task Updating_again_changes_nothing()
    {
        var contact = await AddContactAsync();
        var before = await SortedRowsAsync();

        await UpdateIndex.RunAsync(contact.Value.Id, Token);

        Assert.Equal(before, await SortedRowsAsync());
    }

    [Fact]
    public async Task A_subscription_ended_by_a_link_is_gone_when_the_job_has_run()
    {
        var contact = (await AddContactAsync()).Value;
        await SubscribeAsync(contact.Id);
        Assert.Equal(Expected(contact, "everyone"), await SortedRowsAsync());

        await App.Get<SyncContact>().LaterAsync(contact.Id, () => EndAsync(contact.Id), Token);
        await App.Get<RunWork>().RunAsync($"{SyncContact.JobName}|{contact.Id}", Token);

        Assert.Equal(Expected(contact), await SortedRowsAsync());
    }

    [Fact]
    public async Task After_a_crash_before_any_write_of_a_new_name_the_next_run_leaves_what_the_rule_says()
    {
        var contact = await AddContactAsync();
        for (var (write, crashed) = (1, true); crashed; write++)
        {
            // A row from over an hour ago is no longer deleted once more.
            App.Clock.Advance(TimeSpan.FromHours(2));
            var read = (await Contacts.FindAsync(contact.Value.Id, Token))!;
            var renamed = read.Value with { Name = $"Rosa {write}", Countries = write % 2 == 0 ? ["TT"] : ["JM", "BB"] };
            await Contacts.ReplaceAsync(read, renamed, Token);

            crashed = await CrashesAsync(renamed.Id, write);
            await UpdateIndex.RunAsync(renamed.Id, Token);

            Assert.Equal(Expected(renamed), await SortedRowsAsync());
            Assert.True(!crashed || write < 100);
        }
    }

    [Fact]
    public async Task After_a_crash_before_any_write_of_a_removal_the_next_run_leaves_nothing()
    {
        for (var (write, crashed) = (1, true); crashed; write++)
        {
            var contact = await AddContactAsync();
            await Contacts.DeleteAsync(contact, Token);

            crashed = await CrashesAsync(contact.Value.Id, write);
            await UpdateIndex.RunAsync(contact.Value.Id, Token);

            Assert.Empty(await WholeTableAsync());
            Assert.True(!crashed || write < 100);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Whoever_is_overtaken_between_two_writes_repairs_what_it_wrote_too_late(int write)
    {
        var contact = await AddContactAsync();
        var renamed = contact.Value with { Name = "Zoë N.", Countries = ["JM"] };

        await OvertakenAsync(contact.Value.Id, write, () => Contacts.ReplaceAsync(contact, renamed, Token));

        Assert.Equal(Expected(renamed), await SortedRowsAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Whoever_is_overtaken_by_a_removal_leaves_nothing(int write)
    {
        var contact = await AddContactAsync();

        await OvertakenAsync(contact.Value.Id, write, () => Contacts.DeleteAsync(contact, Token));

        Assert.Empty(await WholeTableAsync());
    }

    [Fact]
    public async Task Whoever_writes_last_the_index_agrees_with_the_contact()
    {
        var contact = await AddContactAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async number =>
        {
            var read = await Contacts.FindAsync(contact.Value.Id, Token);
            await App.Get<ReplaceContact>().RunAsync(read!, PressOffice.Contact() with { Name = $"Rosa {number}" }, Token);
        }));

        Assert.Equal(Expected((await Contacts.FindAsync(contact.Value.Id, Token))!.Value), await SortedRowsAsync());
    }

    /// <returns>Whether the run came to that write and died there.</returns>
    private async Task<bool> CrashesAsync(string contact, int write)
    {
        BeforeWrites dies = new(number => number >= write ? throw new InvalidOperationException("The process dies.") : Task.CompletedTask);
        try
        {
            await With(dies).RunAsync(contact, Token);
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    /// <summary>A run that is held before a write until another has changed the contact and the index.</summary>
    private Task OvertakenAsync(string contact, int write, Func<Task> change) => With(new(async number =>
    {
        if (number != write) return;
        await change();
        await UpdateIndex.RunAsync(contact, Token);
    })).RunAsync(contact, Token);

    private UpdateIndex With(BeforeWrites policy) =>
        new(Contacts, App.Get<OutletStore>(), App.Get<SubscriptionStore>(), policy.IndexOf(azurite, App), App.Clock);

    private async Task<bool> EndAsync(string contact)
    {
        var subscription = await App.Get<SubscriptionStore>().FindAsync("everyone", contact, Token);
        return await App.Get<SubscriptionStore>().ChangeAsync(subscription!, row => SubscriptionChange.End(row, "left", App.Clock.GetUtcNow()), Token) is not null;
    }

    private async Task<List<string>> SortedRowsAsync() => [.. (await RowsAsync()).Order(StringComparer.Ordinal)];

    private async Task<List<TableEntity>> WholeTableAsync() =>
        await App.Get<Tables>()[Tables.ContactIndex].QueryAsync<TableEntity>(cancellationToken: Token).ToListAsync(Token);

    private List<string> Expected(Contact contact, params string[] lists) =>
    [
        .. IndexRows.Create(contact, new Dictionary<string, Outlet>(), lists, App.Clock.GetUtcNow())
            .Select(row => $"{row.Key.Partition} {row.Key.Row}").Order(StringComparer.Ordinal),
    ];
}
