using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Addresses;
using Distribution.Platform.Audit;
using Distribution.Platform.Security;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Merging;

/// <summary>Tests of merges: each has the application for itself.</summary>
public abstract class MergingTests(Azurite azurite) : CoreHostTests(azurite)
{
    protected static Actor Ana { get; } = new("ana", "key-of-ana");

    protected ContactStore Contacts => App.Get<ContactStore>();

    protected MergeStore Merges => App.Get<MergeStore>();

    /// <summary>Rosa with her old address, and the same Rosa with a new one, a number and a further address.</summary>
    protected async Task<(Contact Kept, Contact Other)> PairAsync()
    {
        var kept = await AddContactAsync("rosa@example.org");
        var input = PressOffice.Contact("r.nunez@example.net") with
        {
            OtherAddresses = ["nunez@example.com"],
            Phones = [new() { Number = "+442079460958" }],
            Topics = ["fishing"],
            Source = "file",
        };
        var other = Assert.IsType<AddContactResult.Added>(await App.Get<AddContact>().RunAsync(input, Token)).Contact;
        return (kept.Value, other.Value);
    }

    protected Task<MergeContactsResult> TryMergeAsync(string kept, string other, bool silent = false) =>
        App.Get<MergeContacts>().RunAsync(kept, other, silent, Ana, Token);

    /// <summary>Merges, and lets some time pass.</summary>
    protected async Task<Merge> MergeAsync(string kept, string other)
    {
        var merge = Assert.IsType<MergeContactsResult.Merged>(await TryMergeAsync(kept, other)).Merge.Value;
        Assert.Equal(MergeState.Done, merge.State);
        App.Clock.Advance(TimeSpan.FromHours(1));
        return merge;
    }

    protected Task<UndoMergeResult> TryUndoAsync(string merge) => App.Get<UndoMerge>().RunAsync(merge, Ana, Token);

    protected async Task<Merge> UndoAsync(string merge)
    {
        var undone = Assert.IsType<UndoMergeResult.Undone>(await TryUndoAsync(merge)).Merge.Value;
        Assert.Equal(MergeState.Undone, undone.State);
        App.Clock.Advance(TimeSpan.FromHours(1));
        return undone;
    }

    protected async Task<Contact?> FindAsync(string id) => (await Contacts.FindAsync(id, Token))?.Value;

    protected string Hash(string address) => App.Get<AddressHash>().Compute(MailAddress.Parse(address)!);

    protected Task<string?> OwnerAsync(string address) => Contacts.OwnerAsync(Hash(address), Token);

    protected async Task EndAsync(string contact, string list = "everyone")
    {
        await App.Get<EndSubscription>().RunAsync(list, contact, SubscriptionChange.Unsubscribed, Token);
        App.Clock.Advance(TimeSpan.FromHours(1));
    }

    protected async Task<SubscriptionState?> StateAsync(string contact, string list = "everyone") =>
        (await App.Get<SubscriptionStore>().FindAsync(list, contact, Token))?.Value.State;

    protected async Task<IReadOnlyList<string>> AuditAsync() =>
        [.. (await App.Get<AuditStore>().PageAsync(null, 50, null, Token)).Items.Select(entry => entry.Value.Action)];

    protected static void AssertSame(Contact expected, Contact? actual)
    {
        Assert.True(Origins.AreSame(expected, actual!));
        Assert.Equal(
            (expected.Id, expected.Status, expected.Source, expected.SourceDate),
            (actual!.Id, actual.Status, actual.Source, actual.SourceDate));
        Assert.Equal(expected.Aliases, actual.Aliases);
        Assert.Equal(expected.Origins, actual.Origins);
    }
}
