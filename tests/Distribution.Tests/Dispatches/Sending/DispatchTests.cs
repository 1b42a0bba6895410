using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Tests.Dispatches.Sending;

public sealed class DispatchTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_due_release_reaches_each_person_once_however_many_lists_they_are_on()
    {
        await using var desk = await OpenAsync();
        await desk.SubscribeAsync("press", "rosa@example.org", Cancellation);
        await desk.SubscribeAsync("radio", "rosa@example.org", Cancellation);
        await desk.SubscribeAsync("radio", "li@example.org", Cancellation);
        var release = await desk.ScheduleAsync(["press", "radio"], Cancellation);

        await desk.RunAsync(Cancellation);

        Assert.Equal(["li@example.org", "rosa@example.org"], Receivers(desk));
        var dispatch = await desk.DispatchOfAsync(release, Cancellation);
        Assert.Equal((DispatchState.Finished, 2, 2), (dispatch.State, dispatch.Planned, dispatch.Outcomes[OutcomeState.Accepted]));
        Assert.Equal(ReleaseState.Released, await StateAsync(desk, release));
    }

    [Fact]
    public async Task Each_person_reads_it_in_their_own_language()
    {
        await using var desk = await OpenAsync();
        await desk.SubscribeAsync("press", "rosa@example.org", Cancellation, SubscriptionState.Confirmed, "es-419", "en");
        await desk.SubscribeAsync("press", "marie@example.org", Cancellation, SubscriptionState.Confirmed, "fr");
        await desk.SubscribeAsync("press", "piet@example.org", Cancellation, SubscriptionState.Confirmed, "nl");
        await desk.ScheduleAsync(["press"], Cancellation, "fr", "es");

        await desk.RunAsync(Cancellation);

        var subjects = desk.Relay.Mails.ToDictionary(mail => mail.Recipient, mail => mail.Message.Subject);
        Assert.Equal("Headline in es", subjects["rosa@example.org"]);
        Assert.Equal("Headline in fr", subjects["marie@example.org"]);
        Assert.Equal("Headline in fr", subjects["piet@example.org"]);
    }

    [Fact]
    public async Task Whoever_is_not_mailed_is_counted_with_the_reason()
    {
        await using var desk = await OpenAsync();
        await desk.SubscribeAsync("press", "rosa@example.org", Cancellation);
        await desk.SubscribeAsync("press", "pending@example.org", Cancellation, SubscriptionState.Pending);
        await desk.SubscribeAsync("press", "ended@example.org", Cancellation, SubscriptionState.Ended);
        await desk.SubscribeAsync("press", "suppressed@example.org", Cancellation);
        await SuppressAsync(desk, "suppressed@example.org");
        var release = await desk.ScheduleAsync(["press"], Cancellation);

        await desk.RunAsync(Cancellation);

        Assert.Equal(["rosa@example.org"], Receivers(desk));
        var dispatch = await desk.DispatchOfAsync(release, Cancellation);
        Assert.Equal(
            new Dictionary<string, int> { [AudienceRule.Pending] = 1, [AudienceRule.Ended] = 1, [AudienceRule.Suppressed] = 1 },
            dispatch.Excluded);
    }

    [Fact]
    public async Task Two_timers_at_once_make_one_dispatch_and_mail_nobody_twice()
    {
        await using var desk = await OpenAsync();
        await using var other = desk.Another();
        for (var number = 0; number < 30; number++) await desk.SubscribeAsync("press", $"r{number}@example.org", Cancellation);
        var release = await desk.ScheduleAsync(["press"], Cancellation);

        await Task.WhenAll(desk.RunTimerAsync(Cancellation), other.RunTimerAsync(Cancellation));
        await Task.WhenAll(desk.RunQueuesAsync(Cancellation), other.RunQueuesAsync(Cancellation));
        await desk.RunAsync(Cancellation);

        Assert.Equal(30, desk.Relay.Mails.Count);
        Assert.Equal(30, Receivers(desk).Distinct().Count());
        var dispatch = await desk.DispatchOfAsync(release, Cancellation);
        Assert.Equal((DispatchState.Finished, 30), (dispatch.State, dispatch.Outcomes[OutcomeState.Accepted]));
    }

    [Fact]
    public async Task A_dispatch_that_two_timers_began_is_listed_once()
    {
        await using var desk = await OpenAsync();
        var store = desk.Get<DispatchStore>();
        Dispatch first = new() { Id = "d", Release = "r", Version = 1, Kind = DispatchKind.Release, CreatedAt = desk.Clock.GetUtcNow() };
        await store.AddAsync(first, Cancellation);
        await store.AddAsync(first with { CreatedAt = first.CreatedAt.AddSeconds(1) }, Cancellation);

        Assert.Equal([first.CreatedAt], (await store.PageAsync(10, null, Cancellation)).Items.Select(dispatch => dispatch.Value.CreatedAt));
    }

    [Fact]
    public async Task With_sending_switched_off_a_due_release_stays_scheduled_and_says_so()
    {
        await using var desk = await OpenAsync(("Mail:Recipients", null));
        await desk.SubscribeAsync("press", "rosa@example.org", Cancellation);
        var release = await desk.ScheduleAsync(["press"], Cancellation);

        await desk.RunAsync(Cancellation);

        Assert.Empty(desk.Relay.Mails);
        var waiting = (await desk.Get<ReleaseStore>().FindMainAsync(release.Id, Cancellation))!.Value;
        Assert.Equal(ReleaseState.Scheduled, waiting.State);
        Assert.Contains("switched off", waiting.Waiting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rehearsal_goes_to_the_named_addresses_only_and_leaves_the_release_to_be_sent()
    {
        await using var desk = await OpenAsync(("Mail:Recipients", "desk@example.org"));
        await desk.SubscribeAsync("press", "rosa@example.org", Cancellation);
        var release = await desk.ScheduleAsync(["press"], Cancellation);

        await desk.RunTimerAsync(Cancellation);
        Assert.StartsWith("Being rehearsed", await WaitingAsync(), StringComparison.Ordinal);
        await desk.RunAsync(Cancellation);
        await desk.RunAsync(Cancellation);

        Assert.Equal(["desk@example.org"], Receivers(desk));
        Assert.Equal(ReleaseState.Scheduled, await StateAsync(desk, release));
        Assert.StartsWith("Rehearsed: 1 of 1", await WaitingAsync(), StringComparison.Ordinal);

        async Task<string?> WaitingAsync() => (await desk.Get<ReleaseStore>().FindMainAsync(release.Id, Cancellation))!.Value.Waiting;
    }

    [Fact]
    public async Task A_release_is_not_sent_before_its_time()
    {
        await using var desk = await OpenAsync();
        await desk.SubscribeAsync("press", "rosa@example.org", Cancellation);
        await desk.ScheduleAsync(["press"], desk.Clock.GetUtcNow().AddHours(1), Cancellation);

        await desk.RunAsync(Cancellation);
        Assert.Empty(desk.Relay.Mails);
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.RunAsync(Cancellation);
        Assert.Single(desk.Relay.Mails);
    }

    [Fact]
    public async Task A_recipient_who_unsubscribes_after_planning_is_skipped()
    {
        await using var desk = await OpenAsync();
        await desk.SubscribeAsync("press", "rosa@example.org", Cancellation);
        var left = await desk.SubscribeAsync("press", "left@example.org", Cancellation);
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunTimerAsync(Cancellation);
        await desk.Get<SendExclusionStore>().AddAsync(new() { Contact = left, Lists = ["press"], At = desk.Clock.GetUtcNow() }, Cancellation);

        await desk.RunQueuesAsync(Cancellation);

        Assert.Equal(["rosa@example.org"], Receivers(desk));
        var dispatch = await desk.DispatchOfAsync(release, Cancellation);
        Assert.Equal((DispatchState.Finished, 1, 1), (dispatch.State, dispatch.Outcomes[OutcomeState.Accepted], dispatch.Outcomes[OutcomeState.Skipped]));
    }

    [Fact]
    public async Task A_release_with_nobody_to_mail_is_released_all_the_same()
    {
        await using var desk = await OpenAsync();
        var release = await desk.ScheduleAsync(["press"], Cancellation);

        await desk.RunAsync(Cancellation);

        Assert.Equal(DispatchState.Finished, (await desk.DispatchOfAsync(release, Cancellation)).State);
        Assert.Equal(ReleaseState.Released, await StateAsync(desk, release));
    }

    private async Task<DispatchHost> OpenAsync(params (string Key, string? Value)[] settings)
    {
        var desk = await DispatchHost.OpenAsync(azurite, Cancellation, settings);
        await desk.AddListAsync("press", Cancellation);
        await desk.AddListAsync("radio", Cancellation);
        return desk;
    }

    private static string[] Receivers(DispatchHost desk) => [.. desk.Relay.Mails.Select(mail => mail.Recipient).Order(StringComparer.Ordinal)];

    private static async Task<ReleaseState> StateAsync(DispatchHost desk, Release release) =>
        (await desk.Get<ReleaseStore>().FindMainAsync(release.Id, Cancellation))!.Value.State;

    private static async Task SuppressAsync(DispatchHost desk, string address)
    {
        var id = desk.Get<AddressHash>().Compute(MailAddress.Parse(address)!);
        Suppression suppression = new() { Id = id, Reason = SuppressionReason.Asked, Evidence = "asked", At = desk.Clock.GetUtcNow() };
        await desk.Get<SuppressionStore>().AddAsync(id, suppression, Cancellation);
    }
}
