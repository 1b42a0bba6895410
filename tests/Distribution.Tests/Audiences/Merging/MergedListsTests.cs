using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Security;
using Distribution.Readers.Unsubscribe;
using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Merging;

public sealed class MergedListsTests(Azurite azurite) : MergingTests(azurite)
{
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
        Assert.Empty(await SendExclusionsAsync());
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
        Assert.Contains(await SendExclusionsAsync(), sendExclusion => sendExclusion.Contact == other.Id && sendExclusion.Lists!.Single() == "everyone");
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

        Assert.Equal((SubscriptionState.Ended, SubscriptionChange.Unsubscribed), ((await StateAsync(kept.Id))!.Value, (await SubscriptionAsync(kept.Id)).EndedReason));
        Assert.Contains(await SendExclusionsAsync(), sendExclusion => sendExclusion.Contact == kept.Id && sendExclusion.Lists!.Single() == "everyone");
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
    public async Task A_link_from_before_unsubscribes_the_person_and_excludes_them_from_planned_mails()
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        var release = Assert.IsType<CreateReleaseResult.Created>(await App.Get<CreateRelease>().RunAsync(PressOffice.Release, PressOffice.Ana, null, Token)).Release.Release.Id;
        await MergeAsync(kept.Id, other.Id);
        Assert.Equal("everyone", Assert.Single((await App.Get<ReadUnsubscribeSummary>().RunAsync(new UnsubscribeLink.InRelease(release, other.Id), Token)).Lists).Id);

        Assert.Equal(["everyone"], await App.Get<UnsubscribeFromLists>().RunAsync(new UnsubscribeLink.InRelease(release, other.Id), Token));

        Assert.Equal((SubscriptionState.Ended, SubscriptionChange.Unsubscribed), ((await StateAsync(kept.Id))!.Value, (await SubscriptionAsync(kept.Id)).EndedReason));
        Assert.Equal(new[] { kept.Id, other.Id }.Order(), (await SendExclusionsAsync()).Select(sendExclusion => sendExclusion.Contact).Distinct().Order());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_user_ends_a_list_by_either_id(bool byOther)
    {
        var (kept, other) = await PairAsync();
        await SubscribeAsync(other.Id);
        await MergeAsync(kept.Id, other.Id);

        await EndAsync(byOther ? other.Id : kept.Id);

        Assert.Equal(SubscriptionState.Ended, await StateAsync(kept.Id));
        Assert.Equal(new[] { kept.Id, other.Id }.Order(), (await SendExclusionsAsync()).Select(sendExclusion => sendExclusion.Contact).Distinct().Order());
    }

    [Fact]
    public async Task Removed_the_person_is_removed_under_every_id_and_the_merge_knows_nothing_of_them()
    {
        var (kept, other) = await PairAsync();
        var merge = await MergeAsync(kept.Id, other.Id);

        await App.Get<RemoveContact>().RunAsync((await Contacts.FindAsync(kept.Id, Token))!, Token);

        Assert.Equal(new[] { kept.Id, other.Id }.Order(), (await SendExclusionsAsync()).Select(sendExclusion => sendExclusion.Contact).Order());
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

        await App.Get<SyncContact>().RunAsync(other.Id, Token);

        Assert.Empty(await SendExclusionsAsync());
        Assert.Equal(SubscriptionState.Confirmed, await StateAsync(kept.Id));
    }

    [Fact]
    public async Task A_list_that_the_other_was_put_on_in_the_moment_of_the_merge_ends_with_it()
    {
        var (kept, other) = await PairAsync();
        await MergeAsync(kept.Id, other.Id);

        // The officer's request read the contact before it was merged.
        await App.Get<SyncContact>().RunAsync(
            other.Id,
            () => App.Get<SubscriptionStore>().AddAsync(
                SubscriptionRules.Confirmed("everyone", other, new("asked", "said so", App.Clock.GetUtcNow()), App.Clock.GetUtcNow()), Token),
            Token);

        Assert.Equal((null, SubscriptionState.Ended), (await StateAsync(kept.Id), await StateAsync(other.Id)));
    }
}
