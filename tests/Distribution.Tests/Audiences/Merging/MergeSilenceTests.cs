using Distribution.Audiences.Merging;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Merging;

public sealed class MergeSilenceTests(Azurite azurite) : MergingTests(azurite)
{
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
    public async Task A_suppression_of_the_others_address_stops_what_is_planned_for_it_and_lifting_it_lets_that_go()
    {
        var (kept, other) = await PairAsync();
        await MergeAsync(kept.Id, other.Id);

        var suppression = await SuppressAsync("r.nunez@example.net");
        Assert.Contains(await SendExclusionsAsync(), sendExclusion => sendExclusion.Contact == other.Id && sendExclusion.Lists is null);
        await App.Get<LiftSuppression>().RunAsync(suppression, Token);

        Assert.Empty(await SendExclusionsAsync());
    }

    private async Task<Stored<Suppression>> SuppressAsync(string address) => Assert.IsType<AddSuppressionResult.Added>(
        await App.Get<AddSuppression>().RunAsync(
            new() { Address = address, Reason = SuppressionReason.Asked, Evidence = "Asked on the telephone." }, Token)).Suppression;
}
