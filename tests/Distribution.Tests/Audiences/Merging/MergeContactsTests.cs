using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Jobs;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Merging;

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
        Assert.Equal(
            kept.Id, Assert.IsType<AddContactResult.Known>(await App.Get<AddContact>().RunAsync(PressOffice.Contact(address), Token)).Id);
        var mailed =
            await App.Get<ReplaceContact>().RunAsync((await Contacts.FindAsync(kept.Id, Token))!, PressOffice.Contact(address), Token);
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
}
