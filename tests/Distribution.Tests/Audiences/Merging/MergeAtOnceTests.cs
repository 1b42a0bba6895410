using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Merging;

public sealed class MergeAtOnceTests(Azurite azurite) : MergingTests(azurite)
{
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
        Assert.Equal(
            (SubscriptionState.Confirmed, SubscriptionState.Confirmed),
            (await StateAsync(merge.Kept), await StateAsync(merge.Kept, "desk-press")));
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
}
