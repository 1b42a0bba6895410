using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Audit;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Merging;

/// <summary>Merges while a release is on its way.</summary>
public sealed class MergeDispatchTests(Azurite azurite) : IAsyncLifetime
{
    private const string Kept = "rosa@example.org";
    private const string Other = "r.nunez@example.net";

    private static readonly Actor Ana = new("ana", null);

    private DispatchHost desk = null!;
    private string kept = null!;
    private string other = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        foreach (var list in new[] { "press", "radio" }) await desk.AddListAsync(list, Cancellation);
        (kept, other) = (await AddAsync(Kept), await AddAsync(Other));
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Whoever_is_planned_under_the_others_address_gets_that_mail_and_the_next_one_under_their_own()
    {
        await SubscribeAsync(other, "press");
        await PlanAsync("press");

        await MergeAsync();
        await desk.RunAsync(Cancellation);
        Assert.Equal([Other], Receivers());
        await PlanAsync("press");
        await desk.RunAsync(Cancellation);

        Assert.Equal([Other, Kept], Receivers());
    }

    [Fact]
    public async Task Whoever_is_planned_under_both_addresses_gets_what_was_planned_and_the_next_one_once()
    {
        await SubscribeAsync(other, "press");
        await SubscribeAsync(kept, "radio");
        await PlanAsync("press", "radio");

        await MergeAsync();
        await desk.RunAsync(Cancellation);
        Assert.Equal(new[] { Kept, Other }.Order(), Receivers().Order());
        await PlanAsync("press", "radio");
        await desk.RunAsync(Cancellation);

        Assert.Equal(Kept, Receivers()[^1]);
        Assert.Equal(3, Receivers().Count);
    }

    [Fact]
    public async Task Whoever_leaves_after_the_merge_gets_nothing_that_was_planned_under_the_others_address()
    {
        await SubscribeAsync(other, "press");
        await PlanAsync("press");
        await MergeAsync();

        await desk.Get<EndSubscription>().RunAsync("press", kept, SubscriptionChange.Unsubscribed, Cancellation);
        await desk.RunAsync(Cancellation);

        Assert.Empty(Receivers());
    }

    [Fact]
    public async Task Whoever_had_left_as_the_one_gets_nothing_that_was_planned_for_the_other()
    {
        await SubscribeAsync(other, "press");
        await SubscribeAsync(kept, "press");
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Get<EndSubscription>().RunAsync("press", kept, SubscriptionChange.Unsubscribed, Cancellation);
        await PlanAsync("press");

        await MergeAsync();
        await desk.RunAsync(Cancellation);

        Assert.Empty(Receivers());
    }

    [Fact]
    public async Task What_was_planned_while_they_were_one_does_not_reach_who_never_asked_for_it()
    {
        await SubscribeAsync(other, "press");
        var merge = await MergeAsync();
        await PlanAsync("press");

        Assert.IsType<UndoMergeResult.Undone>(await desk.Get<UndoMerge>().RunAsync(merge, Ana, Cancellation));
        await desk.RunAsync(Cancellation);
        Assert.Empty(Receivers());
        await PlanAsync("press");
        await desk.RunAsync(Cancellation);

        Assert.Equal([Other], Receivers());
    }

    private async Task<string> AddAsync(string address) =>
        Assert.IsType<AddContactResult.Added>(
            await desk.Get<AddContact>().RunAsync(PressOffice.Contact(address), Cancellation)).Contact.Value.Id;

    private async Task SubscribeAsync(string contact, string list) => Assert.IsType<SubscribeContactResult.Subscribed>(
        await desk.Get<SubscribeContact>().RunAsync(contact, PressOffice.Subscription(list), Cancellation));

    /// <summary>Plans a release and queues it; nothing is sent.</summary>
    private async Task PlanAsync(params string[] lists)
    {
        await desk.ScheduleAsync(lists, Cancellation);
        await desk.RunTimerAsync(Cancellation);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private async Task<string> MergeAsync()
    {
        var merged = await desk.Get<MergeContacts>().RunAsync(kept, other, false, Ana, Cancellation);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        return Assert.IsType<MergeContactsResult.Merged>(merged).Merge.Value.Id;
    }

    private IReadOnlyList<string> Receivers() => [.. desk.Relay.Mails.Select(mail => mail.Recipient)];
}
