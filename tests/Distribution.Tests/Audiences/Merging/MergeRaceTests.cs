using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Audit;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Distribution.Testing.Faults;

namespace Distribution.Tests.Audiences.Merging;

/// <summary>Somebody leaves a list in the very moment in which a merge, or its undoing, moves it.</summary>
public sealed class MergeRaceTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly Actor Ana = new("ana", null);

    private readonly TaskCompletionSource hold = new();

    private StorageProxy proxy = null!;
    private DispatchHost desk = null!;
    private string kept = null!;
    private string other = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        proxy = await StorageProxy.StartAsync(azurite, Cancellation);
        desk = await DispatchHost.OpenAsync(azurite, Cancellation, proxy.Setting);
        await desk.AddListAsync("press", Cancellation);
        (kept, other) = (await AddAsync("rosa@example.org"), await AddAsync("r.nunez@example.net"));
        await desk.Get<SubscribeContact>().RunAsync(other, PressOffice.Subscription("press"), Cancellation);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    public async ValueTask DisposeAsync()
    {
        hold.TrySetResult();
        await desk.DisposeAsync();
        await proxy.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_leaves_as_the_other_after_the_merge_has_read_the_list_has_left_as_the_one()
    {
        var held = proxy.On(StorageRequest.Is("POST", Tables.Subscriptions), StorageFault.Hold(hold.Task));
        var merging = desk.Get<MergeContacts>().RunAsync(kept, other, false, Ana, Cancellation);
        await held.WaitAsync(1, Cancellation);

        await UnsubscribeAsync(other);
        hold.SetResult();

        Assert.IsType<MergeContactsResult.Merged>(await merging);
        Assert.Equal((SubscriptionState.Ended, SubscriptionChange.Unsubscribed), await WordAsync(kept));
    }

    [Fact]
    public async Task Whoever_leaves_as_the_one_after_the_undoing_has_read_the_list_has_left_as_the_other()
    {
        var merged =
            Assert.IsType<MergeContactsResult.Merged>(await desk.Get<MergeContacts>().RunAsync(kept, other, false, Ana, Cancellation));
        var held = proxy.On(StorageRequest.Is("PUT", Tables.Subscriptions, other), StorageFault.Hold(hold.Task));
        var undoing = desk.Get<UndoMerge>().RunAsync(merged.Merge.Value.Id, Ana, Cancellation);
        await held.WaitAsync(1, Cancellation);

        await UnsubscribeAsync(kept);
        hold.SetResult();

        Assert.Equal(MergeState.Undone, Assert.IsType<UndoMergeResult.Undone>(await undoing).Merge.Value.State);
        Assert.Equal((SubscriptionState.Ended, SubscriptionChange.Unsubscribed), await WordAsync(kept));
        Assert.Equal((SubscriptionState.Ended, SubscriptionChange.Unsubscribed), await WordAsync(other));
    }

    [Fact]
    public async Task A_run_that_is_overtaken_by_the_end_of_the_merge_and_its_undoing_changes_nothing_any_more()
    {
        // The first write of the merge to a contact waits, while another run ends the merge and a person undoes it.
        var held = proxy.On(StorageRequest.Is("DELETE", Tables.Contacts, other), StorageFault.Hold(hold.Task));
        var merging = desk.Get<MergeContacts>().RunAsync(kept, other, false, Ana, Cancellation);
        await held.WaitAsync(1, Cancellation);
        var merge = Assert.Single(await desk.Get<MergeStore>().IntoAsync(kept, Cancellation)).Value.Id;
        await desk.Get<FinishMerge>().RunAsync(merge, Cancellation);
        Assert.IsType<UndoMergeResult.Undone>(await desk.Get<UndoMerge>().RunAsync(merge, Ana, Cancellation));

        hold.SetResult();
        await merging;

        Assert.NotNull(await desk.Get<ContactStore>().FindAsync(other, Cancellation));
        Assert.Empty((await desk.Get<ContactStore>().FindAsync(kept, Cancellation))!.Value.Aliases);
        Assert.Equal(SubscriptionState.Confirmed, (await WordAsync(other)).State);
        Assert.Null(await desk.Get<SubscriptionStore>().FindAsync("press", kept, Cancellation));
    }

    private async Task<string> AddAsync(string address) =>
        Assert.IsType<AddContactResult.Added>(
            await desk.Get<AddContact>().RunAsync(PressOffice.Contact(address), Cancellation)).Contact.Value.Id;

    private Task<Stored<Subscription>?> UnsubscribeAsync(string contact) =>
        desk.Get<EndSubscription>().RunAsync("press", contact, SubscriptionChange.Unsubscribed, Cancellation);

    private async Task<(SubscriptionState State, string? Reason)> WordAsync(string contact)
    {
        var subscription = (await desk.Get<SubscriptionStore>().FindAsync("press", contact, Cancellation))!.Value;
        return (subscription.State, subscription.EndedReason);
    }
}
