using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Security;
using Distribution.Readers.Unsubscribe;
using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Tests.Readers.Unsubscribe;

public sealed class UnsubscribeFromListsTests(Azurite azurite) : CoreHostTests(azurite)
{
    private UnsubscribeFromLists UnsubscribeFromLists => App.Get<UnsubscribeFromLists>();

    [Fact]
    public async Task Every_list_of_the_release_ends_and_no_other()
    {
        var (release, contact) = await ReaderAsync();
        await SubscribeAsync(contact, "kingston-press");

        var left = await UnsubscribeFromLists.RunAsync(new UnsubscribeLink.InRelease(release, contact), Token);

        Assert.Equal(["everyone", "desk-press"], left);
        foreach (var list in left)
        {
            var subscription = await SubscriptionAsync(contact, list);
            Assert.Equal((SubscriptionState.Ended, SubscriptionChange.Unsubscribed), (subscription.State, subscription.EndedReason));
        }

        Assert.Equal(SubscriptionState.Confirmed, (await SubscriptionAsync(contact, "kingston-press")).State);
    }

    [Fact]
    public async Task Batches_that_are_planned_already_are_told_of_the_lists()
    {
        var (release, contact) = await ReaderAsync();

        await UnsubscribeFromLists.RunAsync(new UnsubscribeLink.InRelease(release, contact), Token);

        var sendExclusion = Assert.Single(await SendExclusionsAsync());
        Assert.Equal((contact, App.Clock.GetUtcNow()), (sendExclusion.Contact, sendExclusion.At));
        Assert.Equal(["everyone", "desk-press"], sendExclusion.Lists);
    }

    [Fact]
    public async Task Leaving_twice_changes_nothing()
    {
        var (release, contact) = await ReaderAsync();
        await UnsubscribeFromLists.RunAsync(new UnsubscribeLink.InRelease(release, contact), Token);
        var before = await SubscriptionAsync(contact);
        App.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(
            ["everyone", "desk-press"], await UnsubscribeFromLists.RunAsync(new UnsubscribeLink.InRelease(release, contact), Token));
        Assert.Equal(before.ChangedAt, (await SubscriptionAsync(contact)).ChangedAt);
    }

    [Fact]
    public async Task A_caller_who_does_not_wait_for_the_answer_is_unsubscribed_all_the_same()
    {
        var (release, contact) = await ReaderAsync();
        using var hangUp = new CancellationTokenSource();
        UnsubscribeFromLists unsubscribeFromLists = new(
            App.Get<FindCoveredLists>(),
            App.Get<ContactIds>(),
            new(App.Get<SubscriptionStore>(), App.Get<SendExclusionStore>(), new HangUpClock(App.Clock, hangUp)),
            App.Get<SyncContact>(),
            App.Get<ScheduleUnsubscribeNotice>());

        await unsubscribeFromLists.RunAsync(new UnsubscribeLink.InRelease(release, contact), hangUp.Token);

        Assert.True(hangUp.IsCancellationRequested);
        Assert.Equal(SubscriptionState.Ended, (await SubscriptionAsync(contact, "desk-press")).State);
        Assert.Equal(["everyone", "desk-press"], Assert.Single(await SendExclusionsAsync()).Lists);
    }

    /// <summary>The caller goes away when the first list is being left.</summary>
    private sealed class HangUpClock(TimeProvider clock, CancellationTokenSource caller) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            caller.Cancel();
            return clock.GetUtcNow();
        }
    }

    [Fact]
    public async Task Many_at_once_end_it_once()
    {
        var (release, contact) = await ReaderAsync();

        await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => UnsubscribeFromLists.RunAsync(new UnsubscribeLink.InRelease(release, contact), Token)));

        Assert.Equal(SubscriptionState.Ended, (await SubscriptionAsync(contact)).State);
    }

    [Fact]
    public async Task A_release_that_is_not_there_unsubscribes_nobody()
    {
        var (_, contact) = await ReaderAsync();

        Assert.Empty(await UnsubscribeFromLists.RunAsync(new UnsubscribeLink.InRelease("no-such-release", contact), Token));
        Assert.Equal(SubscriptionState.Confirmed, (await SubscriptionAsync(contact)).State);
    }

    private async Task<(string Release, string Contact)> ReaderAsync()
    {
        var created = await App.Get<CreateRelease>().RunAsync(PressOffice.Release, PressOffice.Ana, null, Token);
        var contact = (await AddContactAsync()).Value.Id;
        await SubscribeAsync(contact, "everyone");
        await SubscribeAsync(contact, "desk-press");
        return (Assert.IsType<CreateReleaseResult.Created>(created).Release.Release.Id, contact);
    }
}
