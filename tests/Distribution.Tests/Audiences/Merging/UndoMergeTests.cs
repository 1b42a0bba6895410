using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Ledger;
using Distribution.Operations.Housekeeping;
using Distribution.Platform.Jobs;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Merging;

public sealed class UndoMergeTests(Azurite azurite) : MergingTests(azurite)
{
    [Fact]
    public async Task Both_contacts_are_what_they_were_with_their_addresses_and_lists()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(kept.Id, "desk-press");
        var everyone = (await SubscribeAsync(other.Id)).Value;
        await SubscribeAsync(other.Id, "desk-press");
        App.Clock.Advance(TimeSpan.FromHours(1));
        await EndAsync(other.Id, "desk-press");
        var merge = await MergeAsync(kept.Id, other.Id);

        var undone = await UndoAsync(merge.Id);

        AssertSame(kept, await FindAsync(kept.Id));
        AssertSame(other, await FindAsync(other.Id));
        Assert.Equal(
            (kept.Id, other.Id, other.Id),
            (await OwnerAsync("rosa@example.org"), await OwnerAsync("r.nunez@example.net"), await OwnerAsync("nunez@example.com")));
        Assert.Null(await StateAsync(kept.Id));
        Assert.Equal(SubscriptionState.Confirmed, await StateAsync(kept.Id, "desk-press"));
        var returned = await SubscriptionAsync(other.Id);
        Assert.Equal((everyone.State, everyone.Consent, everyone.ChangedAt), (returned.State, returned.Consent, returned.ChangedAt));
        Assert.Equal((everyone.Address, everyone.Name), (returned.Address, returned.Name));
        Assert.Equal(
            (SubscriptionState.Ended, SubscriptionChange.Unsubscribed),
            ((await SubscriptionAsync(other.Id, "desk-press")).State, (await SubscriptionAsync(other.Id, "desk-press")).EndedReason));
        Assert.Equal(("ana", true), (undone.UndoneBy, undone.IsForgotten));
        Assert.Null(undone.OtherBefore);
        Assert.Equal(["contacts.unmerged", "contacts.merged"], await AuditAsync());
        Assert.Empty(await App.Get<JobStore>().AllAsync(Token).ToListAsync(Token));
    }

    [Fact]
    public async Task What_was_changed_since_stays()
    {
        var (kept, other) = await PairAsync();
        var merge = await MergeAsync(kept.Id, other.Id);
        var now = (await Contacts.FindAsync(kept.Id, Token))!;
        await App.Get<ReplaceContact>().RunAsync(
            now,
            PressOffice.Contact("rosa@example.org") with
            {
                OtherAddresses = [.. now.Value.OtherAddresses, "new@example.org"],
                Phones = now.Value.Phones,
                Topics = [.. now.Value.Topics, "sailing"],
                Notes = "Has a dog.",
                Source = "telephone",
            },
            Token);

        await UndoAsync(merge.Id);

        var undone = (await FindAsync(kept.Id))!;
        Assert.Equal(["reefs", "sailing"], undone.Topics);
        Assert.Equal(["new@example.org"], undone.OtherAddresses);
        Assert.Equal("Has a dog.", undone.Notes);
        Assert.Empty(undone.Phones);
        Assert.Empty(undone.Aliases);
        Assert.Equal(
            ("telephone", "card"), (undone.Origins.GetValueOrDefault("notes")?.Source ?? undone.Source, undone.Origins["name"].Source));
        Assert.Equal(kept.Id, await OwnerAsync("new@example.org"));
        AssertSame(other, await FindAsync(other.Id));
    }

    [Fact]
    public async Task Where_the_others_address_has_become_the_mailed_one_it_goes_back()
    {
        var (kept, other) = await PairAsync();
        var merge = await MergeAsync(kept.Id, other.Id);
        await App.Get<ReplaceContact>().RunAsync(
            (await Contacts.FindAsync(kept.Id, Token))!,
            PressOffice.Contact("r.nunez@example.net") with { OtherAddresses = ["rosa@example.org"] },
            Token);

        await UndoAsync(merge.Id);

        Assert.Equal(
            ("rosa@example.org", "r.nunez@example.net"), ((await FindAsync(kept.Id))!.Address, (await FindAsync(other.Id))!.Address));
    }

    [Fact]
    public async Task Whoever_left_since_stays_off_the_list_as_both()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        var merge = await MergeAsync(kept.Id, other.Id);
        await EndAsync(kept.Id);

        await UndoAsync(merge.Id);

        Assert.Equal((SubscriptionState.Ended, SubscriptionState.Ended), (await StateAsync(kept.Id), await StateAsync(other.Id)));
        Assert.Equal(SubscriptionChange.Unsubscribed, (await SubscriptionAsync(other.Id)).EndedReason);
    }

    [Fact]
    public async Task A_list_that_the_one_had_only_by_the_merge_ends_for_planned_mails_too()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        var merge = await MergeAsync(kept.Id, other.Id);

        await UndoAsync(merge.Id);

        var sendExclusion = Assert.Single(await SendExclusionsAsync());
        Assert.Equal((kept.Id, "everyone"), (sendExclusion.Contact, sendExclusion.Lists!.Single()));
        await SubscribeAsync(kept.Id);
    }

    [Fact]
    public async Task A_list_that_was_joined_since_stays()
    {
        var (kept, other) = await PairAsync();
        var merge = await MergeAsync(kept.Id, other.Id);
        await SubscribeAsync(kept.Id);

        await UndoAsync(merge.Id);

        Assert.Equal((SubscriptionState.Confirmed, null), (await StateAsync(kept.Id), await StateAsync(other.Id)));
    }

    [Fact]
    public async Task Twice_is_harmless_and_then_they_can_be_merged_again()
    {
        var (kept, other) = await PairAsync();
        var first = await MergeAsync(kept.Id, other.Id);
        await UndoAsync(first.Id);

        await UndoAsync(first.Id);
        var second = await MergeAsync(kept.Id, other.Id);
        await UndoAsync(first.Id);

        Assert.NotEqual(first.Id, second.Id);
        Assert.Null(await FindAsync(other.Id));
        Assert.Equal(["contacts.merged", "contacts.unmerged", "contacts.merged"], await AuditAsync());
        Assert.Equal([second.Id, first.Id], (await Merges.IntoAsync(kept.Id, Token)).Select(merge => merge.Value.Id));
    }

    [Fact]
    public async Task Many_at_once_undo_it_once()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        var merge = await MergeAsync(kept.Id, other.Id);

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TryUndoAsync(merge.Id)));

        Assert.All(results, result => Assert.IsType<UndoMergeResult.Undone>(result));
        AssertSame(kept, await FindAsync(kept.Id));
        AssertSame(other, await FindAsync(other.Id));
        Assert.Equal((null, SubscriptionState.Confirmed), (await StateAsync(kept.Id), await StateAsync(other.Id)));
        Assert.Equal(["contacts.unmerged", "contacts.merged"], await AuditAsync());
    }

    [Fact]
    public async Task After_thirty_days_it_is_too_late_and_nothing_is_kept_of_the_people()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        var merge = await MergeAsync(kept.Id, other.Id);
        App.Clock.Advance(merge.At + UndoMerge.Possible - App.Clock.GetUtcNow());
        await App.Get<RunHousekeeping>().RunAsync(Token);
        Assert.False((await Merges.FindAsync(merge.Id, Token))!.Value.IsForgotten);

        App.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<UndoMergeResult.TooLate>(await TryUndoAsync(merge.Id));
        await App.Get<RunHousekeeping>().RunAsync(Token);

        var forgotten = (await Merges.FindAsync(merge.Id, Token))!.Value;
        Assert.Null(forgotten.KeptBefore ?? forgotten.KeptAfter ?? forgotten.OtherBefore);
        Assert.Empty(forgotten.Subscriptions);
        Assert.IsType<UndoMergeResult.TooLate>(await TryUndoAsync(merge.Id));
        Assert.Equal(kept.Id, await OwnerAsync("nunez@example.com"));
    }

    [Fact]
    public async Task On_the_last_instant_it_can_be_undone()
    {
        var (kept, other) = await PairAsync();
        var merge = await MergeAsync(kept.Id, other.Id);
        App.Clock.Advance(merge.At + UndoMerge.Possible - App.Clock.GetUtcNow());

        await UndoAsync(merge.Id);

        AssertSame(other, await FindAsync(other.Id));
    }

    [Fact]
    public async Task Merges_into_one_contact_are_undone_the_last_one_first()
    {
        var (kept, other) = await PairAsync();
        var third = (await AddContactAsync("third@example.org")).Value;
        await SubscribeAsync(third.Id);
        App.Clock.Advance(TimeSpan.FromHours(1));
        await SubscribeAsync(other.Id);
        var first = await MergeAsync(kept.Id, other.Id);
        var second = await MergeAsync(kept.Id, third.Id);

        Assert.Equal(second.Id, Assert.IsType<UndoMergeResult.NotTheLast>(await TryUndoAsync(first.Id)).Later);
        await UndoAsync(second.Id);
        Assert.Equal(SubscriptionState.Confirmed, await StateAsync(kept.Id));
        await UndoAsync(first.Id);

        AssertSame(kept, await FindAsync(kept.Id));
        AssertSame(other, await FindAsync(other.Id));
        AssertSame(third, await FindAsync(third.Id));
        Assert.Equal(
            (null, SubscriptionState.Confirmed, SubscriptionState.Confirmed),
            (await StateAsync(kept.Id), await StateAsync(other.Id), await StateAsync(third.Id)));
    }

    [Fact]
    public async Task A_contact_that_was_merged_itself_is_given_back_before_what_was_merged_into_it()
    {
        var (middle, other) = await PairAsync();
        var kept = (await AddContactAsync("third@example.org")).Value;
        await SubscribeAsync(other.Id);
        var first = await MergeAsync(middle.Id, other.Id);
        var between = (await FindAsync(middle.Id))!;
        var second = await MergeAsync(kept.Id, middle.Id);

        Assert.Equal(second.Id, Assert.IsType<UndoMergeResult.NotTheLast>(await TryUndoAsync(first.Id)).Later);
        await UndoAsync(second.Id);
        AssertSame(kept, await FindAsync(kept.Id));
        AssertSame(between, await FindAsync(middle.Id));
        Assert.Equal(middle.Id, await OwnerAsync("nunez@example.com"));
        await UndoAsync(first.Id);

        AssertSame(middle, await FindAsync(middle.Id));
        AssertSame(other, await FindAsync(other.Id));
        Assert.Equal(other.Id, await OwnerAsync("nunez@example.com"));
        Assert.Equal(
            (null, null, SubscriptionState.Confirmed),
            (await StateAsync(kept.Id), await StateAsync(middle.Id), await StateAsync(other.Id)));
    }

    [Fact]
    public async Task Whoever_left_after_two_merges_stays_off_after_both_are_undone()
    {
        var (middle, other) = await PairAsync();
        var kept = (await AddContactAsync("third@example.org")).Value;
        await SubscribeAsync(other.Id);
        var first = await MergeAsync(middle.Id, other.Id);
        var second = await MergeAsync(kept.Id, middle.Id);
        await EndAsync(other.Id);

        await UndoAsync(second.Id);
        await UndoAsync(first.Id);

        Assert.Equal((SubscriptionState.Ended, SubscriptionState.Ended), (await StateAsync(middle.Id), await StateAsync(other.Id)));
    }

    [Fact]
    public async Task While_a_dispatch_is_planned_the_lists_of_the_one_wait_for_the_planner_to_have_read_them()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        var merge = await MergeAsync(kept.Id, other.Id);
        var dispatches = App.Get<DispatchStore>();
        await dispatches.AddAsync(
            new() { Id = "planned", Release = "release", Version = 1, Kind = DispatchKind.Release, CreatedAt = App.Clock.GetUtcNow() },
            Token);

        Assert.Equal(MergeState.Undoing, Assert.IsType<UndoMergeResult.Undone>(await TryUndoAsync(merge.Id)).Merge.Value.State);
        Assert.Equal((SubscriptionState.Confirmed, SubscriptionState.Confirmed), (await StateAsync(kept.Id), await StateAsync(other.Id)));
        var planned = (await dispatches.FindAsync("planned", Token))!;
        await dispatches.ReplaceAsync(
            planned, planned.Value with { State = DispatchState.Sending, Plan = "plan", SealedAt = App.Clock.GetUtcNow() }, Token);
        await App.Get<RunWork>().RunAsync($"{FinishMerge.JobName}|{merge.Id}", Token);

        Assert.Equal((null, SubscriptionState.Confirmed), (await StateAsync(kept.Id), await StateAsync(other.Id)));
        AssertSame(kept, await FindAsync(kept.Id));
    }

    [Fact]
    public async Task What_is_not_there_is_not_undone() => Assert.IsType<UndoMergeResult.Missing>(await TryUndoAsync("nothing"));
}
