using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Ledger;
using Distribution.Platform.Jobs;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Merging;

public sealed class MergeUnderWayTests(Azurite azurite) : MergingTests(azurite)
{
    [Fact]
    public async Task While_the_merge_is_under_way_a_job_leaves_the_others_lists_to_it()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        var merge = await BeginAsync(kept, other);
        await Contacts.DeleteAsync((await Contacts.FindAsync(other.Id, Token))!, Token);

        await App.Get<SyncContact>().RunAsync(other.Id, Token);
        Assert.Equal(SubscriptionState.Confirmed, await StateAsync(other.Id));
        await App.Get<FinishMerge>().RunAsync(merge, Token);

        Assert.Equal((SubscriptionState.Confirmed, SubscriptionState.Ended), (await StateAsync(kept.Id), await StateAsync(other.Id)));
    }

    [Fact]
    public async Task What_is_written_to_either_after_the_merge_has_begun_is_not_lost()
    {
        var (kept, other) = await PairAsync();
        var merge = await BeginAsync(kept, other);
        await ReplaceAsync(kept.Id, PressOffice.Contact("rosa@example.org") with { Notes = "Has a dog." });
        await ReplaceAsync(other.Id, PressOffice.Contact("r.nunez@example.net") with { Topics = ["sailing"] });
        await SubscribeAsync(other.Id, "desk-press");

        await App.Get<FinishMerge>().RunAsync(merge, Token);

        var now = (await FindAsync(kept.Id))!;
        Assert.Equal("Has a dog.", now.Notes);
        Assert.Equal(["reefs", "sailing"], now.Topics);
        Assert.Equal(SubscriptionState.Confirmed, await StateAsync(kept.Id, "desk-press"));
        var noted = (await Merges.FindAsync(merge, Token))!.Value;
        Assert.Equal(("Has a dog.", "sailing"), (noted.KeptBefore!.Notes, noted.OtherBefore!.Topics.Single()));
    }

    [Fact]
    public async Task Where_the_one_is_removed_after_the_merge_has_begun_the_other_is_what_it_was()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        await SubscribeAsync(kept.Id);
        var merge = await BeginAsync(kept, other);
        await App.Get<RemoveContact>().RunAsync((await Contacts.FindAsync(kept.Id, Token))!, Token);

        await App.Get<FinishMerge>().RunAsync(merge, Token);

        Assert.Equal(MergeState.Undone, (await Merges.FindAsync(merge, Token))!.Value.State);
        AssertSame(other, await FindAsync(other.Id));
        Assert.Equal(other.Id, await OwnerAsync("nunez@example.com"));
        Assert.Equal((SubscriptionState.Confirmed, SubscriptionState.Ended), (await StateAsync(other.Id), await StateAsync(kept.Id)));
    }

    [Fact]
    public async Task While_a_dispatch_is_planned_the_others_lists_wait_for_the_planner_to_have_read_them()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        var dispatches = App.Get<DispatchStore>();
        await dispatches.AddAsync(new() { Id = "planned", Release = "release", Version = 1, Kind = DispatchKind.Release, CreatedAt = App.Clock.GetUtcNow() }, Token);

        var merge = Assert.IsType<MergeContactsResult.Merged>(await TryMergeAsync(kept.Id, other.Id)).Merge.Value;
        Assert.Equal(MergeState.Running, merge.State);
        Assert.Equal((SubscriptionState.Confirmed, SubscriptionState.Confirmed), (await StateAsync(kept.Id), await StateAsync(other.Id)));

        var planned = (await dispatches.FindAsync("planned", Token))!;
        await dispatches.ReplaceAsync(planned, planned.Value with { State = DispatchState.Sending, Plan = "plan", SealedAt = App.Clock.GetUtcNow() }, Token);
        await App.Get<RunWork>().RunAsync($"{FinishMerge.JobName}|{merge.Id}", Token);

        Assert.Equal(MergeState.Done, (await Merges.FindAsync(merge.Id, Token))!.Value.State);
        Assert.Equal((SubscriptionState.Confirmed, SubscriptionState.Ended), (await StateAsync(kept.Id), await StateAsync(other.Id)));
        Assert.Empty(await App.Get<JobStore>().AllAsync(Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_planner_that_never_ends_holds_a_merge_up_for_an_hour_and_no_longer()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        await App.Get<DispatchStore>().AddAsync(
            new() { Id = "planned", Release = "release", Version = 1, Kind = DispatchKind.Release, CreatedAt = App.Clock.GetUtcNow() }, Token);
        var merge = Assert.IsType<MergeContactsResult.Merged>(await TryMergeAsync(kept.Id, other.Id)).Merge.Value;

        App.Clock.Advance(TimeSpan.FromHours(1));
        await App.Get<RunWork>().RunAsync($"{FinishMerge.JobName}|{merge.Id}", Token);

        Assert.Equal(SubscriptionState.Ended, await StateAsync(other.Id));
    }

    /// <summary>Begins a merge and dies.</summary>
    private async Task<string> BeginAsync(Contact kept, Contact other)
    {
        Merge merge = new()
        {
            Id = MergeStore.NewId(kept.Id, App.Clock.GetUtcNow()),
            Kept = kept.Id,
            Other = other.Id,
            At = App.Clock.GetUtcNow(),
            By = "ana",
            KeptBefore = kept,
            OtherBefore = other,
        };
        await Merges.BeginAsync(merge, Token);
        return merge.Id;
    }

    private async Task ReplaceAsync(string id, ContactInput input) => Assert.IsType<ReplaceContactResult.Replaced>(
        await App.Get<ReplaceContact>().RunAsync((await Contacts.FindAsync(id, Token))!, input, Token));
}
