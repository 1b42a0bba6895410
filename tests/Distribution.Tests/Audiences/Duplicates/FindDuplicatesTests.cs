using Distribution.Audiences.Duplicates;
using Distribution.Contacts.Contacts;
using Distribution.Operations.Housekeeping;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Duplicates;

public sealed class FindDuplicatesTests(Azurite azurite) : CoreHostTests(azurite)
{
    private const string Number = "+442079460958";

    [Fact]
    public async Task Pairs_are_found_across_shards_and_listed_with_evidence_once()
    {
        var rosa = await AddAsync("rosa@example.org", "Rosa Núñez", Number);
        var work = await AddAsync("r.nunez@example.net", "Núñez, Rosa", Number);
        await AddAsync("li@example.org", "Li Wei", Number);
        await AddAsync("rosa@example.com", "Rosa Núñez", null);

        await SearchAsync();
        await SearchAsync();

        var pair = Assert.Single(await ListAsync());
        Assert.Equal(new[] { rosa.Value.Id, work.Value.Id }.Order(StringComparer.Ordinal), [pair.First.Id, pair.Second.Id]);
        Assert.Equal(["name", "phone"], pair.Evidence.Select(fact => fact.Fact));
    }

    [Fact]
    public async Task What_was_dismissed_is_never_listed_again()
    {
        var rosa = await AddAsync("rosa@example.org", "Rosa Núñez", Number);
        var work = await AddAsync("r.nunez@example.net", "Rosa Núñez", Number);
        await SearchAsync();

        Assert.True(await App.Get<DismissDuplicate>().RunAsync(rosa.Value.Id, work.Value.Id, "ana", Token));
        Assert.True(await App.Get<DismissDuplicate>().RunAsync(work.Value.Id, rosa.Value.Id, "bo", Token));
        await SearchAsync();

        Assert.Empty(await ListAsync());
        var kept = await App.Get<DuplicateStore>().FindAsync(work.Value.Id, rosa.Value.Id, Token);
        Assert.Equal(("ana", App.Clock.GetUtcNow()), (kept!.Value.DismissedBy, kept.Value.DismissedAt));
    }

    [Fact]
    public async Task A_pair_that_is_not_known_cannot_be_dismissed() =>
        Assert.False(await App.Get<DismissDuplicate>().RunAsync("a", "b", "ana", Token));

    [Fact]
    public async Task A_pair_that_does_not_agree_any_more_is_not_listed_and_soon_gone()
    {
        var rosa = await AddAsync("rosa@example.org", "Rosa Núñez", Number);
        var work = await AddAsync("r.nunez@example.net", "Rosa Núñez", Number);
        await SearchAsync();

        await App.Get<ReplaceContact>().RunAsync(work, PressOffice.Contact("r.nunez@example.net") with { Name = "Rui Nunes" }, Token);

        Assert.Empty(await ListAsync());
        await SearchAsync();
        Assert.Null(await App.Get<DuplicateStore>().FindAsync(rosa.Value.Id, work.Value.Id, Token));
    }

    [Fact]
    public async Task A_search_that_is_cut_off_goes_on_with_its_part()
    {
        await AddAsync("rosa@example.org", "Rosa Núñez", Number);
        await AddAsync("r.nunez@example.net", "Rosa Núñez", Number);
        await App.Get<StartDuplicateSearch>().RunAsync(Token);
        var store = App.Get<DuplicateStore>();

        // Somebody asks again meanwhile, and the run dies after two parts.
        var read = await store.FindSearchAsync(Token);
        await store.SaveSearchAsync(read, read!.Value with { PartsDone = 2 }, Token);
        var again = await App.Get<StartDuplicateSearch>().RunAsync(Token);
        Assert.Equal(2, again.PartsDone);
        await App.Get<RunWork>().RunAsync($"{FindDuplicates.JobName}|{FindDuplicates.OnlyId}", Token);

        var done = (await store.FindSearchAsync(Token))!.Value;
        Assert.Equal((DuplicateSearch.Parts, App.Clock.GetUtcNow()), (done.PartsDone, done.FinishedAt));
        Assert.Empty(await App.Get<JobStore>().AllAsync(Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Housekeeping_has_it_done_every_night()
    {
        await AddAsync("rosa@example.org", "Rosa Núñez", Number);
        await AddAsync("r.nunez@example.net", "Rosa Núñez", Number);

        await App.Get<RunHousekeeping>().RunAsync(Token);
        await App.Get<RunWork>().RunAsync($"{FindDuplicates.JobName}|{FindDuplicates.OnlyId}", Token);

        Assert.Single(await ListAsync());
    }

    private async Task<Stored<Contact>> AddAsync(string address, string name, string? number) => Assert.IsType<AddContactResult.Added>(
        await App.Get<AddContact>().RunAsync(
            PressOffice.Contact(address) with { Name = name, Phones = number is null ? [] : [new() { Number = number }] }, Token)).Contact;

    private async Task SearchAsync()
    {
        await App.Get<StartDuplicateSearch>().RunAsync(Token);
        await App.Get<RunWork>().RunAsync($"{FindDuplicates.JobName}|{FindDuplicates.OnlyId}", Token);
    }

    private async Task<IReadOnlyList<DuplicatePair>> ListAsync() => (await App.Get<ListDuplicates>().RunAsync(50, null, Token)).Items;
}
