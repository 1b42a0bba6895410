using Distribution.Platform.Jobs;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Testing;

namespace Distribution.Tests.Releases.Drafts;

public sealed class ReleaseEntryTests(Azurite azurite) : ReleaseTests(azurite)
{
    private ReleaseEntryStore Entries => App.Get<ReleaseEntryStore>();

    [Fact]
    public async Task A_place_whose_release_was_never_created_is_not_listed()
    {
        await Entries.ReserveAsync("0123456789abcdef0123456789abcdef", App.Clock.GetUtcNow(), Token);

        Assert.Empty((await App.Get<ListReleases>().RunAsync(new(), _ => true, 10, null, Token)).Items);
    }

    [Fact]
    public async Task A_crash_after_the_release_was_written_is_mended_by_the_job_of_its_transition()
    {
        var draft = await CreateAsync();
        await App.Get<ReleaseStore>().ReplaceAsync(draft.Row, draft.Release with { State = ReleaseState.Submitted }, Token);
        Assert.Equal(ReleaseState.Draft, Assert.Single(await ListAsync()).State);

        await App.Get<RunWork>().RunAsync(await WithJobAsync(draft.Release.Id), Token);

        Assert.Equal(ReleaseState.Submitted, Assert.Single(await ListAsync()).State);
    }

    [Fact]
    public async Task A_crash_after_a_release_was_deleted_leaves_neither_entry_nor_versions_for_long()
    {
        var draft = await CreateAsync();
        await App.Get<ReplaceRelease>().RunAsync(draft, PressOffice.Release with { Topics = ["heat"] }, PressOffice.Ana, Token);
        var found = await FindAsync(draft.Release.Id);
        var removal = ReleaseTransition.Create(
            TransitionKind.Removed,
            found.Release,
            PressOffice.Ana.Actor,
            App.Clock.GetUtcNow(),
            (RemoveRelease.CreatedAtDetail, found.Release.CreatedAt.ToString("o")));
        await App.Get<ReleaseStore>().DeleteAsync(found, removal, Token);
        Assert.Single(await ListAsync());

        await App.Get<RunWork>().RunAsync(await WithJobAsync(draft.Release.Id), Token);

        Assert.Empty(await ListAsync());
        Assert.Empty(await App.Get<ReleaseVersionStore>().AllAsync(draft.Release.Id, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_list_continues_after_its_last_entry()
    {
        for (var count = 0; count < 3; count++)
        {
            await CreateAsync();
            App.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await App.Get<ListReleases>().RunAsync(new(), _ => true, 2, null, Token);
        var rest = await App.Get<ListReleases>().RunAsync(new(), _ => true, 2, first.After, Token);

        Assert.Equal((2, 1, null), (first.Items.Count, rest.Items.Count, rest.After));
        Assert.Equal(3, first.Items.Concat(rest.Items).DistinctBy(entry => entry.Id).Count());
    }

    private async Task<List<ReleaseEntry>> ListAsync() =>
        [.. (await App.Get<ListReleases>().RunAsync(new(), _ => true, 10, null, Token)).Items];

    private async Task<string> WithJobAsync(string release)
    {
        await App.Get<JobStore>().AddAsync(CommitTransition.JobName, release, Token);
        return $"{CommitTransition.JobName}|{release}";
    }
}
