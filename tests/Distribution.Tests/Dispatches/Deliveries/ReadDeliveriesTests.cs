using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Deliveries;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Storage;
using Distribution.Publisher.Organisations;
using Distribution.Testing;
using Distribution.Testing.Faults;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Dispatches.Deliveries;

public sealed class ReadDeliveriesTests(Azurite azurite) : IAsyncLifetime
{
    private DispatchHost desk = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        desk = await DispatchHost.OpenAsync(azurite, Token, ("Dispatch:BatchSize", "2"));
        await desk.AddListAsync("press", Token);
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_contact_has_a_delivery_of_each_dispatch_that_planned_them_newest_first()
    {
        var rosa = await SubscribeAsync("rosa@example.org", 6);
        desk.Relay.On(
            SmtpStep.Recipient, exchange => exchange.Recipient == "rosa@example.org" ? SmtpAnswer.Say(550, "5.1.1 no such user") : null);
        var refused = await SendAsync();
        desk.Relay.On(SmtpStep.Recipient, _ => null);
        var accepted = await SendAsync();

        var page = await desk.Get<ReadDeliveries>().RunAsync(rosa, 10, null, Token);

        Assert.Null(page.After);
        Assert.Equal([accepted.Id, refused.Id], page.Items.Select(delivery => delivery.Dispatch));
        Assert.Equal(
            [OutcomeState.Accepted, OutcomeState.Refused], page.Items.Select(delivery => delivery.Recipient.Outcome));
        var last = page.Items[1];
        Assert.Equal(
            ("rosa@example.org", "en", 550, "no such user", 1),
            (last.Recipient.Address, last.Recipient.Language, last.Recipient.Code, last.Recipient.Words, last.Recipient.Attempts));
        Assert.Equal(["press"], last.Recipient.Lists);
        Assert.Equal((DispatchKind.Release, DispatchState.Finished), (last.Kind, last.State));
        Assert.Equal(new DeliveredRelease(refused.Release, "Headline in en"), Assert.Single(last.Releases));
        Assert.EndsWith("It said: “550 5.1.1 no such user”", last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_in_no_dispatch_has_none()
    {
        await SubscribeAsync("rosa@example.org", 3);
        var pending = await desk.SubscribeAsync("press", "pending@example.org", Token, SubscriptionState.Pending);
        await SendAsync();

        Assert.Equal(new([], null), await desk.Get<ReadDeliveries>().RunAsync(pending, 10, null, Token), SamePage);
    }

    [Fact]
    public async Task Mails_to_a_contact_that_was_merged_into_this_one_are_among_them()
    {
        var rosa = await SubscribeAsync("rosa@example.org", 1);
        var dispatch = await SendAsync();
        var kept = await desk.SubscribeAsync("press", "rosa.n@example.org", Token, SubscriptionState.Pending);
        var now = desk.Clock.GetUtcNow();
        await desk.Get<MergeStore>().BeginAsync(
            new() { Id = MergeStore.NewId(kept, now), Kept = kept, Other = rosa, State = MergeState.Done, At = now, By = "ana" }, Token);

        var delivery = Assert.Single((await desk.Get<ReadDeliveries>().RunAsync(kept, 10, null, Token)).Items);

        Assert.Equal((dispatch.Id, rosa), (delivery.Dispatch, delivery.Recipient.Contact));
        Assert.True((await desk.Get<ExplainDelivery>().RunAsync(dispatch, kept, Token))!.IsRecipient);
    }

    [Fact]
    public async Task A_digest_names_the_releases_that_it_brought_to_them()
    {
        var rosa = await SubscribeAsync("rosa@example.org", 0);
        var (first, second) = (await SendAsync(), await SendAsync());
        desk.Clock.Advance(TimeSpan.FromHours(1));
        var digest = await desk.Get<DispatchStore>().FindOrAddAsync("digest1", 0, DispatchKind.Digest, desk.Clock.GetUtcNow(), Token);
        await desk.Get<PlanDispatch>().RunAsync(
            digest,
            digest.Value with { Lists = ["press"], Releases = ["deleted", first.Release, second.Release] },
            _ => new[] { new Recipient(rosa, "rosa@example.org", "Rosa", "en", ["en"], [0]) { Releases = [2, 0] } }.ToAsyncEnumerable(),
            (await desk.Get<OrganisationStore>().FindAsync(Token))!.Value,
            Token);

        var page = await desk.Get<ReadDeliveries>().RunAsync(rosa, 1, null, Token);

        Assert.Equal(
            [new(second.Release, "Headline in en"), new DeliveredRelease("deleted", null)], Assert.Single(page.Items).Releases);
    }

    [Fact]
    public async Task Who_left_after_planning_is_said_to_have_been_skipped()
    {
        var rosa = await SubscribeAsync("rosa@example.org", 0);
        await desk.ScheduleAsync(["press"], Token);
        await desk.RunTimerAsync(Token);
        await desk.Get<SendExclusionStore>().AddAsync(new() { Contact = rosa, At = desk.Clock.GetUtcNow() }, Token);
        await desk.RunQueuesAsync(Token);

        var delivery = Assert.Single((await desk.Get<ReadDeliveries>().RunAsync(rosa, 10, null, Token)).Items);

        Assert.Equal((OutcomeState.Skipped, 0), (delivery.Recipient.Outcome, delivery.Recipient.Attempts));
        Assert.StartsWith("The mail was not sent: the person left", delivery.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_continues_where_it_ended()
    {
        var rosa = await SubscribeAsync("rosa@example.org", 1);
        List<string> sent = [];
        for (var number = 0; number < 5; number++) sent.Insert(0, (await SendAsync()).Id);

        List<string> read = [];
        string? after = null;
        do
        {
            var page = await desk.Get<ReadDeliveries>().RunAsync(rosa, 2, after, Token);
            Assert.InRange(page.Items.Count, 1, 2);
            read.AddRange(page.Items.Select(delivery => delivery.Dispatch));
            after = page.After;
        }
        while (after is not null);

        Assert.Equal(sent, read);
    }

    [Fact]
    public async Task One_answer_looks_at_a_hundred_dispatches_however_few_concern_the_contact()
    {
        var rosa = await SubscribeAsync("rosa@example.org", 0);
        var sent = await SendAsync();
        await FillAsync(ReadDeliveries.MostLookedAt);

        var first = await desk.Get<ReadDeliveries>().RunAsync(rosa, 10, null, Token);
        var second = await desk.Get<ReadDeliveries>().RunAsync(rosa, 10, first.After, Token);

        Assert.Empty(first.Items);
        Assert.NotNull(first.After);
        Assert.Equal(sent.Id, Assert.Single(second.Items).Dispatch);
        Assert.Null(second.After);
    }

    [Fact]
    public async Task A_dispatch_is_asked_by_one_request_beside_its_own_row()
    {
        var rosa = await SubscribeAsync("rosa@example.org", 1);
        await FillAsync(20);
        await using var proxy = await StorageProxy.StartAsync(azurite, Token);
        await using var counted = desk.Another(proxy.Setting);
        proxy.CountAnew();

        await counted.Get<ReadDeliveries>().RunAsync(rosa, 10, null, Token);

        Assert.Equal(20, proxy.Counts[$"GET {Tables.Batches}"]);
        Assert.Equal(21, proxy.Counts[$"GET {Tables.Dispatches}"]);
    }

    private static readonly IEqualityComparer<Page<Delivery>> SamePage =
        EqualityComparer<Page<Delivery>>.Create((one, other) => one!.Items.SequenceEqual(other!.Items) && one.After == other.After);

    /// <summary>Somebody on the list, among others.</summary>
    private async Task<string> SubscribeAsync(string address, int others)
    {
        for (var number = 0; number < others; number++) await desk.SubscribeAsync("press", $"other-{number}@example.org", Token);
        return await desk.SubscribeAsync("press", address, Token);
    }

    private async Task<Dispatch> SendAsync()
    {
        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        var release = await desk.ScheduleAsync(["press"], Token);
        await desk.RunAsync(Token);
        return await desk.DispatchOfAsync(release, Token);
    }

    /// <summary>Dispatches that came later and planned somebody else only.</summary>
    private async Task FillAsync(int count)
    {
        var organisation = (await desk.Get<OrganisationStore>().FindAsync(Token))!.Value;
        for (var number = 0; number < count; number++)
        {
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
            var dispatch = await desk.Get<DispatchStore>()
                .FindOrAddAsync($"filler{number}", 1, DispatchKind.Release, desk.Clock.GetUtcNow(), Token);
            await desk.Get<PlanDispatch>().RunAsync(
                dispatch,
                dispatch.Value with { Lists = ["press"] },
                _ => new[] { new Recipient(
                    "ffffffffffffffffffffffffffffffff", "z@example.org", "Z", "en", ["en"], [0]) }.ToAsyncEnumerable(),
                organisation,
                Token);
        }
    }
}
