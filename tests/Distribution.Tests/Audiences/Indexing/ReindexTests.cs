using Azure.Data.Tables;
using Distribution.Audiences.Indexing;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Contacts.Search;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Distribution.Tests.Contacts.Search;

namespace Distribution.Tests.Audiences.Indexing;

public sealed class ReindexTests(Azurite azurite) : IndexTests(azurite)
{
    private static readonly Outlet Renamed = Gazette with { Name = "Morning Herald", Type = OutletType.Online };

    private OutletStore Outlets => App.Get<OutletStore>();

    private IOutletFollower Following => App.Get<IEnumerable<IOutletFollower>>().Single(follower => follower is RequestOutletReindex);

    private IndexProgressStore Progress => App.Get<IndexProgressStore>();

    [Fact]
    public async Task A_new_name_and_type_of_an_outlet_reach_everybody_who_works_there()
    {
        await FillOutletAsync(contacts: 3);

        await RenameAsync();
        await RunAsync(ReindexOutlet.JobName, "gazette");

        Assert.Equal(3, await CountAsync(new() { Text = "herald" }));
        Assert.Equal(3, await CountAsync(new() { OutletType = OutletType.Online }));
        Assert.Equal(0, await CountAsync(new() { Text = "gazette" }));
        Assert.Equal(1, await CountAsync(new() { Text = "herald", Status = ContactStatus.Archived }));
        Assert.Null(await App.Get<JobStore>().FindAsync(ReindexOutlet.JobName, "gazette", Token));
    }

    [Fact]
    public async Task After_a_crash_before_the_job_was_queued_the_timer_does_it()
    {
        await FillOutletAsync(contacts: 1);
        await Assert.ThrowsAsync<OperationCanceledException>(() => Following.RunAsync(
            Gazette,
            Renamed,
            async () =>
            {
                await Outlets.ReplaceAsync((await Outlets.FindAsync("gazette", Token))!, Renamed, Token);
                throw new OperationCanceledException();
            },
            Token));

        await RunAsync(ReindexOutlet.JobName, "gazette");

        Assert.Equal(1, await CountAsync(new() { Text = "herald" }));
    }

    [Fact]
    public async Task What_the_index_does_not_show_starts_no_job()
    {
        await FillOutletAsync(contacts: 1);

        await Outlets.ReplaceAsync((await Outlets.FindAsync("gazette", Token))!, Gazette with { Country = "TT" }, Token);

        Assert.Empty(await App.Get<JobStore>().AllAsync(Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_run_that_was_cut_off_goes_on_where_it_was()
    {
        await FillOutletAsync(contacts: 3);
        await RenameAsync();
        var second = (await RowsAsync()).Where(row => row.StartsWith("active.outlet:gazette ", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ElementAt(1);
        var read = await Progress.FindAsync(ReindexOutlet.JobName, "gazette", Token);
        await Progress.ReachAsync(read!, $"Active {second.Split(' ')[1]}", Token);

        await RunAsync(ReindexOutlet.JobName, "gazette");

        Assert.Equal(1, await CountAsync(new() { Text = "herald" }));
    }

    [Fact]
    public async Task A_rebuild_takes_away_what_no_contact_has()
    {
        await Table.AddEntityAsync(new TableEntity("active.all", "nobody!0") { ["Summary"] = "{}" }, Token);
        // The storage has a clock of its own; rows of the last minutes are not touched.
        App.Clock.SetUtcNow(TimeProvider.System.GetUtcNow().AddHours(1));
        await App.Get<ReindexContacts>().StartAsync(Token);

        await RunAsync(ReindexContacts.JobName, "all");

        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task A_rebuild_fills_an_empty_index_and_forgets_its_place()
    {
        foreach (var number in Enumerable.Range(0, 5)) await AddContactAsync($"rosa{number}@example.org");
        var expected = await RowsAsync();
        foreach (var row in await EntitiesAsync()) await Table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: Token);
        await App.Get<ReindexContacts>().StartAsync(Token);

        await RunAsync(ReindexContacts.JobName, "all");

        Assert.Equal(expected, await RowsAsync());
        Assert.Null(await Progress.FindAsync(ReindexContacts.JobName, "all", Token));
        Assert.Empty(await App.Get<JobStore>().AllAsync(Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_rebuild_that_is_started_anew_cannot_be_put_back_by_the_one_before()
    {
        await App.Get<ReindexContacts>().StartAsync(Token);
        var before = await Progress.FindAsync(ReindexContacts.JobName, "all", Token);
        await App.Get<ReindexContacts>().StartAsync(Token);

        Assert.False(await Progress.ReachAsync(before!, "8", Token));
        Assert.False(await Progress.EndAsync(before!, Token));
    }

    private TableClient Table => App.Get<Tables>()[Tables.ContactIndex];

    private Task RunAsync(string job, string id) => App.Get<RunWork>().RunAsync($"{job}|{id}", Token);

    private async Task RenameAsync() => await Outlets.ReplaceAsync((await Outlets.FindAsync("gazette", Token))!, Renamed, Token);

    private async Task<int> CountAsync(ContactQuery query) => (await App.Get<SearchContacts>().RunAsync(query, 50, null, Token))!.Items.Count;

    private async Task FillOutletAsync(int contacts)
    {
        await Outlets.AddAsync(Gazette.Id, Gazette, Token);
        foreach (var number in Enumerable.Range(0, contacts))
            await AddAsync(PressOffice.Contact($"rosa{number}@example.org") with { Positions = [new() { Outlet = "gazette" }] });
        await AddAsync(PressOffice.Contact("archived@example.org") with { Positions = [new() { Outlet = "gazette" }], Status = ContactStatus.Archived });
    }
}
