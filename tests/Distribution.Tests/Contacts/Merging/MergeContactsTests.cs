using Distribution.Contacts;
using Distribution.Contacts.Merging;
using Distribution.Dispatches;
using Distribution.Jobs;
using Distribution.Releases;
using Distribution.Storage;
using Distribution.Subscriptions;
using Distribution.Suppressions;
using Distribution.Testing;

namespace Distribution.Tests.Contacts.Merging;

public sealed class MergeContactsTests(Azurite azurite) : MergingTests(azurite)
{
    [Fact]
    public async Task The_one_stays_with_what_the_other_had_and_the_other_is_gone()
    {
        var (kept, other) = await PairAsync();

        var merge = await MergeAsync(kept.Id, other.Id);

        var now = (await FindAsync(kept.Id))!;
        Assert.Equal(("rosa@example.org", "+442079460958"), (now.Address, now.Phones[0].Number));
        Assert.Equal(["r.nunez@example.net", "nunez@example.com"], now.OtherAddresses);
        Assert.Equal(["reefs", "fishing"], now.Topics);
        Assert.Equal([other.Id], now.Aliases);
        Assert.Null(await FindAsync(other.Id));
        Assert.Equal(("ana", "key-of-ana", kept.Id, other.Id), (merge.By, merge.Key, merge.Kept, merge.Other));
        Assert.Equal(["contacts.merged"], await AuditAsync());
        Assert.Empty(await App.Get<JobStore>().AllAsync(Token).ToListAsync(Token));
        Assert.Null(await Merges.UnderWayAsync(kept.Id, Token));
    }

    [Theory]
    [InlineData("r.nunez@example.net")]
    [InlineData("nunez@example.com")]
    [InlineData("long.ago@example.net")]
    public async Task Whatever_address_the_other_was_ever_known_by_leads_to_the_one_that_stays(string address)
    {
        var (kept, _) = await PairAsync();
        var before = await AddContactAsync("long.ago@example.net");
        var moved = Assert.IsType<ReplaceContactResult.Replaced>(
            await App.Get<ReplaceContact>().RunAsync(before, PressOffice.Contact("now@example.net"), Token)).Contact.Value;
        await MergeAsync(kept.Id, moved.Id);
        if (await OwnerAsync("r.nunez@example.net") is { } other) await MergeAsync(kept.Id, other);

        Assert.Equal(kept.Id, await OwnerAsync(address));
        Assert.Equal(kept.Id, Assert.IsType<AddContactResult.Known>(await App.Get<AddContact>().RunAsync(PressOffice.Contact(address), Token)).Id);
        var mailed = await App.Get<ReplaceContact>().RunAsync((await Contacts.FindAsync(kept.Id, Token))!, PressOffice.Contact(address), Token);
        Assert.Equal(2, Assert.IsType<ReplaceContactResult.Replaced>(mailed).Contact.Value.Aliases.Count);
    }

    [Fact]
    public async Task An_import_that_looks_up_many_addresses_finds_the_one_that_stays()
    {
        var (kept, other) = await PairAsync();
        await MergeAsync(kept.Id, other.Id);
        foreach (var hash in new[] { other.Id, Hash("nunez@example.com") })
        {
            var many = Enumerable.Range(0, 40).Select(number => $"{hash[0]}{number:x31}").Append(hash).ToList();
            Assert.Equal(kept.Id, Assert.Single(await Contacts.OwnersAsync(hash[0], many, Token)).Value);
            Assert.Equal(kept.Id, Assert.Single(await Contacts.OwnersAsync(hash[0], [hash], Token)).Value);
        }
    }

    [Fact]
    public async Task The_lists_of_the_other_come_along_with_their_consent_and_the_data_of_the_one_that_stays()
    {
        var (kept, other) = await PairAsync();
        var before = (await SubscribeAsync(other.Id)).Value;

        await MergeAsync(kept.Id, other.Id);

        var now = await SubscriptionAsync(kept.Id);
        Assert.Equal((SubscriptionState.Confirmed, before.Consent, before.ChangedAt), (now.State, now.Consent, now.ChangedAt));
        Assert.Equal(("rosa@example.org", "Rosa Núñez"), (now.Address, now.Name));
        Assert.Equal(["reefs", "fishing"], now.Topics);
        var left = await SubscriptionAsync(other.Id);
        Assert.Equal((SubscriptionState.Ended, SubscriptionChange.Merged, ""), (left.State, left.EndedReason, left.Address));
        Assert.Empty(await DeparturesAsync());
    }

    [Fact]
    public async Task Whoever_left_as_the_one_is_not_brought_back_by_the_other_and_planned_mails_are_told()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        await SubscribeAsync(kept.Id);
        App.Clock.Advance(TimeSpan.FromHours(1));
        await EndAsync(kept.Id);

        await MergeAsync(kept.Id, other.Id);

        Assert.Equal(SubscriptionState.Ended, await StateAsync(kept.Id));
        Assert.Contains(await DeparturesAsync(), departure => departure.Contact == other.Id && departure.Lists!.Single() == "everyone");
    }

    [Fact]
    public async Task Whoever_left_as_the_other_is_off_the_list_also_as_the_one()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        await SubscribeAsync(kept.Id);
        App.Clock.Advance(TimeSpan.FromHours(1));
        await EndAsync(other.Id);

        await MergeAsync(kept.Id, other.Id);

        Assert.Equal((SubscriptionState.Ended, SubscriptionChange.Left), ((await StateAsync(kept.Id))!.Value, (await SubscriptionAsync(kept.Id)).EndedReason));
        Assert.Contains(await DeparturesAsync(), departure => departure.Contact == kept.Id && departure.Lists!.Single() == "everyone");
        Assert.IsType<SubscribeContactResult.Ended>(await App.Get<SubscribeContact>().RunAsync(kept.Id, PressOffice.Subscription(), Token));
    }

    [Fact]
    public async Task Whoever_was_removed_and_added_again_stays_off_the_list()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        await App.Get<RemoveContact>().RunAsync((await Contacts.FindAsync(other.Id, Token))!, Token);
        await AddContactAsync("r.nunez@example.net");

        await MergeAsync(kept.Id, other.Id);

        Assert.Equal(SubscriptionState.Ended, await StateAsync(kept.Id));
    }

    [Fact]
    public async Task The_same_merge_once_more_is_the_first_one()
    {
        var (kept, other) = await PairAsync();
        var first = await MergeAsync(kept.Id, other.Id);

        var second = await MergeAsync(kept.Id, other.Id);

        Assert.Equal(first.Id, second.Id);
        Assert.Single(await Merges.IntoAsync(kept.Id, Token));
        Assert.Equal(["contacts.merged"], await AuditAsync());
    }

    [Fact]
    public async Task What_cannot_be_merged_is_said()
    {
        var (kept, other) = await PairAsync();
        var third = (await AddContactAsync("third@example.org")).Value.Id;

        Assert.IsType<MergeContactsResult.Invalid>(await TryMergeAsync(kept.Id, kept.Id));
        Assert.IsType<MergeContactsResult.Invalid>(await TryMergeAsync(kept.Id, Hash("nobody@example.org")));
        Assert.IsType<MergeContactsResult.Missing>(await TryMergeAsync(Hash("nobody@example.org"), other.Id));
        await MergeAsync(kept.Id, other.Id);
        Assert.IsType<MergeContactsResult.Invalid>(await TryMergeAsync(third, other.Id));
        Assert.Equal(kept.Id, Assert.IsType<MergeContactsResult.IsAlias>(await TryMergeAsync(other.Id, third)).Kept);
        Assert.IsType<MergeContactsResult.IsAlias>(await TryMergeAsync(other.Id, kept.Id));
    }

    [Fact]
    public async Task A_suppressed_address_does_not_become_the_mailed_one_without_anybody_saying_so()
    {
        var (kept, other) = await PairAsync();
        await SuppressAsync("rosa@example.org");

        Assert.IsType<MergeContactsResult.Silent>(await TryMergeAsync(kept.Id, other.Id));
        Assert.NotNull(await FindAsync(other.Id));
        var merged = Assert.IsType<MergeContactsResult.Merged>(await TryMergeAsync(kept.Id, other.Id, silent: true));
        Assert.Equal((kept.Id, SuppressionReason.Asked), (merged.Suppressed.Single().Contact, merged.Suppressed[0].Reason));
    }

    [Fact]
    public async Task That_the_others_address_is_suppressed_is_said()
    {
        var (kept, other) = await PairAsync();
        await SuppressAsync("r.nunez@example.net");

        var merged = Assert.IsType<MergeContactsResult.Merged>(await TryMergeAsync(kept.Id, other.Id));

        Assert.Equal(other.Id, Assert.Single(merged.Suppressed).Contact);
        Assert.Equal("rosa@example.org", (await FindAsync(kept.Id))!.Address);
    }

    [Fact]
    public async Task Whoever_gets_mail_does_not_become_an_archived_contact_without_anybody_saying_so()
    {
        var (kept, other) = await PairAsync();
        await App.Get<ReplaceContact>().RunAsync(
            (await Contacts.FindAsync(kept.Id, Token))!, PressOffice.Contact() with { Status = ContactStatus.Archived }, Token);

        Assert.IsType<MergeContactsResult.Silent>(await TryMergeAsync(kept.Id, other.Id));
        Assert.IsType<MergeContactsResult.Merged>(await TryMergeAsync(other.Id, kept.Id));
    }

    [Fact]
    public async Task Of_two_that_merge_each_into_the_other_at_once_one_wins_and_one_contact_is_left()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(kept.Id);
        await SubscribeAsync(other.Id, "desk-press");

        var results = await Task.WhenAll(TryMergeAsync(kept.Id, other.Id), TryMergeAsync(other.Id, kept.Id));

        var merge = Assert.Single(results.OfType<MergeContactsResult.Merged>()).Merge.Value;
        Assert.Equal(merge.Kept, Assert.Single(results.OfType<MergeContactsResult.IsAlias>()).Kept);
        Assert.NotNull(await FindAsync(merge.Kept));
        Assert.Null(await FindAsync(merge.Other));
        Assert.Equal((SubscriptionState.Confirmed, SubscriptionState.Confirmed), (await StateAsync(merge.Kept), await StateAsync(merge.Kept, "desk-press")));
        Assert.Equal(merge.Kept, await OwnerAsync("rosa@example.org"));
        Assert.Equal(merge.Kept, await OwnerAsync("nunez@example.com"));
    }

    [Fact]
    public async Task Of_two_that_want_the_same_contact_at_once_one_gets_it()
    {
        var (kept, other) = await PairAsync();
        var third = (await AddContactAsync("third@example.org")).Value;

        var results = await Task.WhenAll(TryMergeAsync(kept.Id, other.Id), TryMergeAsync(third.Id, other.Id));

        var merge = Assert.Single(results.OfType<MergeContactsResult.Merged>()).Merge.Value;
        Assert.Single(results.OfType<MergeContactsResult.Invalid>());
        Assert.Equal([other.Id], (await FindAsync(merge.Kept))!.Aliases);
        Assert.Empty((await FindAsync(merge.Kept == kept.Id ? third.Id : kept.Id))!.Aliases);
    }

    [Fact]
    public async Task Many_that_ask_for_the_same_at_once_get_the_same()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TryMergeAsync(kept.Id, other.Id)));

        Assert.Single(results.Select(result => Assert.IsType<MergeContactsResult.Merged>(result).Merge.Value.Id).Distinct());
        var merge = Assert.Single(await Merges.IntoAsync(kept.Id, Token)).Value;
        Assert.Equal((MergeState.Done, SubscriptionState.Confirmed), (merge.State, await StateAsync(kept.Id)));
        AssertSame(kept, merge.KeptBefore);
        AssertSame(other, merge.OtherBefore);
    }

    [Fact]
    public async Task What_was_merged_into_the_other_comes_along()
    {
        var (middle, other) = await PairAsync();
        var kept = (await AddContactAsync("third@example.org")).Value;
        await SubscribeAsync(other.Id);

        await MergeAsync(middle.Id, other.Id);
        await MergeAsync(kept.Id, middle.Id);

        Assert.Equal([middle.Id, other.Id], (await FindAsync(kept.Id))!.Aliases);
        Assert.Equal(kept.Id, await OwnerAsync("nunez@example.com"));
        Assert.Equal(SubscriptionState.Confirmed, await StateAsync(kept.Id));
        Assert.Equal([middle.Id, other.Id], await App.Get<ContactIds>().AliasesAsync(kept.Id, Token));
    }

    [Fact]
    public async Task A_link_from_before_lets_the_person_leave_and_whatever_is_planned_is_told()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        var release = Assert.IsType<CreateReleaseResult.Created>(await App.Get<CreateRelease>().RunAsync(PressOffice.Release, PressOffice.Ana, null, Token)).Release.Release.Id;
        await MergeAsync(kept.Id, other.Id);
        Assert.Equal("everyone", Assert.Single((await App.Get<PreviewLeave>().RunAsync(release, other.Id, Token)).Lists).Id);

        Assert.Equal(["everyone"], await App.Get<LeaveLists>().RunAsync(release, other.Id, Token));

        Assert.Equal((SubscriptionState.Ended, SubscriptionChange.Left), ((await StateAsync(kept.Id))!.Value, (await SubscriptionAsync(kept.Id)).EndedReason));
        Assert.Equal(new[] { kept.Id, other.Id }.Order(), (await DeparturesAsync()).Select(departure => departure.Contact).Distinct().Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_officer_ends_a_list_by_either_id(bool byOther)
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        await MergeAsync(kept.Id, other.Id);

        await EndAsync(byOther ? other.Id : kept.Id);

        Assert.Equal(SubscriptionState.Ended, await StateAsync(kept.Id));
        Assert.Equal(new[] { kept.Id, other.Id }.Order(), (await DeparturesAsync()).Select(departure => departure.Contact).Distinct().Order());
    }

    [Fact]
    public async Task A_suppression_of_the_others_address_stops_what_is_planned_for_it_and_lifting_it_lets_that_go()
    {
        var (kept, other) = await PairAsync();
        await MergeAsync(kept.Id, other.Id);

        var suppression = await SuppressAsync("r.nunez@example.net");
        Assert.Contains(await DeparturesAsync(), departure => departure.Contact == other.Id && departure.Lists is null);
        await App.Get<LiftSuppression>().RunAsync(suppression, Token);

        Assert.Empty(await DeparturesAsync());
    }

    [Fact]
    public async Task Removed_the_person_is_removed_under_every_id_and_the_merge_knows_nothing_of_them()
    {
        var (kept, other) = await PairAsync();
        var merge = await MergeAsync(kept.Id, other.Id);

        await App.Get<RemoveContact>().RunAsync((await Contacts.FindAsync(kept.Id, Token))!, Token);

        Assert.Equal(new[] { kept.Id, other.Id }.Order(), (await DeparturesAsync()).Select(departure => departure.Contact).Order());
        var forgotten = (await Merges.FindAsync(merge.Id, Token))!.Value;
        Assert.True(forgotten.IsForgotten);
        Assert.Null(forgotten.OtherBefore ?? forgotten.KeptBefore ?? forgotten.KeptAfter);
        Assert.IsType<UndoMergeResult.Removed>(await TryUndoAsync(merge.Id));
        Assert.Equal(kept.Id, (await AddContactAsync("r.nunez@example.net")).Value.Id);
    }

    [Fact]
    public async Task A_job_that_looks_after_the_other_later_makes_nobody_depart()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        await MergeAsync(kept.Id, other.Id);

        await App.Get<UpdateCopies>().RunAsync(other.Id, Token);

        Assert.Empty(await DeparturesAsync());
        Assert.Equal(SubscriptionState.Confirmed, await StateAsync(kept.Id));
    }

    [Fact]
    public async Task A_list_that_the_other_was_put_on_in_the_moment_of_the_merge_ends_with_it()
    {
        var (kept, other) = await PairAsync();
        await MergeAsync(kept.Id, other.Id);

        // The officer's request read the contact before it was merged.
        await App.Get<KeepCopies>().RunAsync(
            other.Id,
            () => App.Get<SubscriptionStore>().AddAsync(
                SubscriptionRules.Confirmed("everyone", other, new("asked", "said so", App.Clock.GetUtcNow()), App.Clock.GetUtcNow()), Token),
            Token);

        Assert.Equal((null, SubscriptionState.Ended), (await StateAsync(kept.Id), await StateAsync(other.Id)));
    }

    [Fact]
    public async Task While_the_merge_is_under_way_a_job_leaves_the_others_lists_to_it()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        var merge = await BeginAsync(kept, other);
        await Contacts.DeleteAsync((await Contacts.FindAsync(other.Id, Token))!, Token);

        await App.Get<UpdateCopies>().RunAsync(other.Id, Token);
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

    private async Task<Stored<Suppression>> SuppressAsync(string address) => Assert.IsType<AddSuppressionResult.Added>(
        await App.Get<AddSuppression>().RunAsync(
            new() { Address = address, Reason = SuppressionReason.Asked, Evidence = "Asked on the telephone." }, Token)).Suppression;
}
