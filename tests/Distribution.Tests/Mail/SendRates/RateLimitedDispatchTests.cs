using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Outbox;
using Distribution.Mail.Outcomes;
using Distribution.Mail.SendRates;
using Distribution.Operations.Status;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Mail.SendRates;

public sealed class RateLimitedDispatchTests(Azurite azurite)
{
    private static readonly (string, string?) TenAMinute = ("SendRate:MailsPerMinute", "10");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_a_rate_no_more_mails_go_out_in_a_minute()
    {
        await using var desk = await OpenAsync([25], TenAMinute);
        await desk.ScheduleAsync(["press-0"], Cancellation);

        Assert.Equal([10, 20, 25], await RunMinutesAsync(desk, minutes: 3));
    }

    [Fact]
    public async Task After_an_outage_there_is_no_burst()
    {
        await using var desk = await OpenAsync([30], TenAMinute);
        await desk.ScheduleAsync(["press-0"], Cancellation);
        await desk.RunTimerAsync(Cancellation);

        desk.Clock.Advance(TimeSpan.FromHours(2));
        await OfferAsync(desk);
        Assert.Empty(desk.Relay.Mails);

        Assert.Equal([10, 20, 30], await RunMinutesAsync(desk, minutes: 3));
    }

    [Fact]
    public async Task Two_releases_take_turns()
    {
        await using var desk = await OpenAsync([40, 10], TenAMinute);
        var large = await desk.ScheduleAsync(["press-0"], Cancellation);
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        var small = await desk.ScheduleAsync(["press-1"], Cancellation);

        await RunMinutesAsync(desk, minutes: 2);

        Assert.Equal(10, await AcceptedAsync(desk, large));
        Assert.Equal(10, await AcceptedAsync(desk, small));
    }

    [Fact]
    public async Task Two_instances_keep_one_limit()
    {
        await using var desk = await OpenAsync([30, 30], TenAMinute);
        await using var other = desk.Another();
        await desk.ScheduleAsync(["press-0"], Cancellation);
        await desk.ScheduleAsync(["press-1"], Cancellation);

        List<int> sent = [];
        for (var minute = 0; minute < 6; minute++)
        {
            await Task.WhenAll(desk.RunTimerAsync(Cancellation), other.RunTimerAsync(Cancellation));
            await Task.WhenAll(OfferAsync(desk), OfferAsync(other));
            sent.Add(desk.Relay.Mails.Count);
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.All(sent.Index(), minute => Assert.InRange(minute.Item, 1, 10 * (minute.Index + 1)));
        Assert.Equal(desk.Relay.Mails.Count, desk.Relay.Mails.Select(mail => mail.Recipients.Single()).Distinct().Count());
    }

    [Fact]
    public async Task A_limit_per_day_counts_24_hours_and_not_dates()
    {
        await using var desk = await OpenAsync([15], ("SendRate:MailsPerDay", "10"));
        await desk.ScheduleAsync(["press-0"], Cancellation);

        var start = desk.Clock.GetUtcNow();
        List<int> sent = [];
        foreach (var hours in new[] { 0, 6, 12.1, 23.9, 24.1 })
        {
            desk.Clock.SetUtcNow(start.AddHours(hours));
            await desk.RunTimerAsync(Cancellation);
            await OfferAsync(desk);
            sent.Add(desk.Relay.Mails.Count);
        }

        Assert.Equal([10, 10, 10, 10, 15], sent);
    }

    [Fact]
    public async Task A_notice_overtakes_a_backlog()
    {
        await using var desk = await OpenAsync([40], TenAMinute);
        await desk.ScheduleAsync(["press-0"], Cancellation);
        await desk.RunTimerAsync(Cancellation);
        await OfferAsync(desk);
        desk.Clock.Advance(TimeSpan.FromSeconds(30));

        var notice = Notice(desk);
        await desk.Get<PostMail>().RunAsync(notice, Cancellation);
        await desk.RunQueuesAsync(Cancellation);
        Assert.Equal(10, desk.Relay.Mails.Count);
        desk.Clock.Advance(TimeSpan.FromSeconds(30));
        await OfferAsync(desk);
        Assert.Equal(19, desk.Relay.Mails.Count);
        // Its message waits for its slot by the storage's own clock.
        await desk.Get<RunWork>().RunAsync($"{SendOutboxMail.JobName}|{notice.Id}", Cancellation);

        Assert.Equal(20, desk.Relay.Mails.Count);
        Assert.Contains("staff@example.org", desk.Relay.Mails.Select(mail => mail.Recipients.Single()));
    }

    [Theory]
    [InlineData(SmtpStep.Recipient, 450, "4.7.0 sending rate exceeded", 3)]
    [InlineData(SmtpStep.Sender, 421, "4.7.0 too many messages, slow down", 1)]
    public async Task A_relay_that_asks_for_less_is_left_alone_by_the_whole_fleet(SmtpStep step, int code, string words, int times)
    {
        await using var desk = await OpenAsync([5, 5]);
        await using var other = desk.Another();
        desk.Relay.On(step, [.. Enumerable.Repeat(SmtpAnswer.Say(code, words), times)]);
        var first = await desk.ScheduleAsync(["press-0"], Cancellation);
        await desk.RunTimerAsync(Cancellation);
        await desk.RunQueuesAsync(Cancellation);
        Assert.Empty(desk.Relay.Mails);
        var outcomes = await desk.OutcomesAsync(await desk.DispatchOfAsync(first, Cancellation), Cancellation);
        Assert.Equal(times - 1, outcomes.Values.Sum(outcome => outcome.Attempts));

        await other.ScheduleAsync(["press-1"], Cancellation);
        await other.RunTimerAsync(Cancellation);
        await OfferAsync(other);
        Assert.Empty(desk.Relay.Mails);

        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await other.RunTimerAsync(Cancellation);
        await OfferAsync(other);
        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        await desk.RunTimerAsync(Cancellation);
        await OfferAsync(desk);

        Assert.Equal(10, desk.Relay.Mails.Select(mail => mail.Recipients.Single()).Distinct().Count());
        outcomes = await desk.OutcomesAsync(await desk.DispatchOfAsync(first, Cancellation), Cancellation);
        Assert.All(outcomes.Values, outcome => Assert.Equal(OutcomeState.Accepted, outcome.State));
    }

    [Fact]
    public async Task One_full_mailbox_keeps_nobody_else_waiting_and_expires()
    {
        await using var desk = await OpenAsync([6, 5]);
        desk.Relay.On(SmtpStep.Recipient, exchange => exchange.Recipient switch
        {
            "r0.0@example.org" => SmtpAnswer.Say(452, "<r0.0@example.org> Quota exceeded (mailbox for user is full)"),
            "r1.0@example.org" => SmtpAnswer.Say(452, "too many messages for this recipient"),
            _ => null,
        });
        var first = await desk.ScheduleAsync(["press-0"], Cancellation);
        await desk.RunTimerAsync(Cancellation);
        await OfferAsync(desk);
        Assert.Equal(4, desk.Relay.Mails.Count);

        for (var retry = 0; retry < 3; retry++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(30));
            await desk.RunTimerAsync(Cancellation);
            await OfferAsync(desk);
        }

        await desk.ScheduleAsync(["press-1"], Cancellation);
        await desk.RunTimerAsync(Cancellation);
        await OfferAsync(desk);
        Assert.Equal(9, desk.Relay.Mails.Count);
        Assert.Null((await desk.Get<ReadStatus>().RunAsync(Cancellation)).Mail.RestUntil);

        desk.Clock.Advance(new DispatchOptions().MaxRetryAge);
        await desk.RunTimerAsync(Cancellation);
        await OfferAsync(desk);
        var outcomes = await desk.OutcomesAsync(await desk.DispatchOfAsync(first, Cancellation), Cancellation);
        Assert.Equal(2, outcomes.Values.Count(outcome => outcome is { State: OutcomeState.Expired, Attempts: > 3 }));
    }

    [Fact]
    public async Task While_mail_rests_the_status_says_until_when_and_why()
    {
        await using var desk = await OpenAsync([3]);
        desk.Relay.On(SmtpStep.Recipient, exchange => SmtpAnswer.Say(450, $"4.7.0 <{exchange.Recipient}> sending rate exceeded"));
        await desk.ScheduleAsync(["press-0"], Cancellation);
        await desk.RunTimerAsync(Cancellation);
        await OfferAsync(desk);

        var mail = (await desk.Get<ReadStatus>().RunAsync(Cancellation)).Mail;

        Assert.Equal((desk.Clock.GetUtcNow().AddMinutes(1), "450 4.7.0 <…> sending rate exceeded"), (mail.RestUntil, mail.RestReason));
    }

    [Fact]
    public async Task A_recipient_who_only_hears_of_limits_expires()
    {
        await using var desk = await OpenAsync([1], ("Dispatch:MaxRetryAge", "01:00:00"));
        desk.Relay.On(SmtpStep.Recipient, _ => SmtpAnswer.Say(450, "4.7.0 sending rate exceeded"));
        var release = await desk.ScheduleAsync(["press-0"], Cancellation);

        for (var hour = 0; hour < 4; hour++)
        {
            await desk.RunTimerAsync(Cancellation);
            await OfferAsync(desk);
            desk.Clock.Advance(TimeSpan.FromHours(1));
        }

        var outcomes = await desk.OutcomesAsync(await desk.DispatchOfAsync(release, Cancellation), Cancellation);
        Assert.Equal(OutcomeState.Expired, outcomes.Values.Single().State);
    }

    [Fact]
    public async Task A_run_that_was_slow_does_not_catch_up()
    {
        await using var desk = await OpenAsync([], TenAMinute);
        var sendPermit = desk.Get<CreateSendPermit>().Run(Urgency.Release, slot: null);
        for (var mail = 10; mail > 7; mail--) Assert.True(await sendPermit.BeginAsync(mail, Cancellation));

        desk.Clock.Advance(TimeSpan.FromSeconds(50));
        List<bool> begun = [];
        for (var mail = 20; mail > 10; mail--) begun.Add(await sendPermit.BeginAsync(mail, Cancellation));

        Assert.Equal([true, true, true, true, true, true, true, false, false, false], begun);
        Assert.NotNull(sendPermit.Refusal);
    }

    [Fact]
    public async Task The_forecast_counts_what_goes_first()
    {
        await using var desk = await OpenAsync([40, 20], TenAMinute);
        var large = await desk.ScheduleAsync(["press-0"], Cancellation);
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.ScheduleAsync(["press-1"], Cancellation);
        await RunMinutesAsync(desk, minutes: 2);

        var dispatch = await desk.DispatchOfAsync(large, Cancellation);
        var outcomes = await desk.Get<CountOutcomes>().RunAsync(dispatch, Cancellation);
        var forecast = await desk.Get<ForecastDispatch>().RunAsync(dispatch, outcomes, Cancellation);

        // 30 of its own and 10 of the other are open, ten a minute, the first of them now.
        Assert.Equal(new(5, desk.Clock.GetUtcNow().AddMinutes(3)), forecast);
    }

    private async Task<DispatchHost> OpenAsync(int[] recipients, params (string, string?)[] settings)
    {
        var desk = await DispatchHost.OpenAsync(azurite, Cancellation, settings);
        foreach (var (list, count) in recipients.Index())
        {
            await desk.AddListAsync($"press-{list}", Cancellation);
            for (var number =
                0; number < count; number++) await desk.SubscribeAsync($"press-{list}", $"r{number}.{list}@example.org", Cancellation);
        }

        return desk;
    }

    /// <summary>How many mails had gone after each minute.</summary>
    private static async Task<List<int>> RunMinutesAsync(DispatchHost desk, int minutes)
    {
        List<int> sent = [];
        for (var minute = 0; minute < minutes; minute++)
        {
            await desk.RunTimerAsync(Cancellation);
            await OfferAsync(desk);
            sent.Add(desk.Relay.Mails.Count);
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        return sent;
    }

    /// <summary>
    /// Storage's own clock cannot be moved, so that messages are not waited for: every batch is offered, and those that are not due
    /// decline.
    /// </summary>
    private static async Task OfferAsync(DispatchHost desk)
    {
        await foreach (var dispatch in desk.Get<DispatchStore>().UnfinishedAsync(Cancellation))
        {
            await foreach (var batch in desk.Get<BatchStore>().UnfinishedAsync(dispatch.Value.Id, dispatch.Value.Plan!, Cancellation))
            {
                if (batch.QueuedAt > TableTime.Never) await desk.Get<SendBatch>().RunAsync(batch.Key.ToString(), Cancellation);
            }
        }
    }

    private static async Task<int> AcceptedAsync(DispatchHost desk, Release release)
    {
        var dispatch = await desk.DispatchOfAsync(release, Cancellation);
        return (await desk.OutcomesAsync(dispatch, Cancellation)).Values.Count(outcome => outcome.State == OutcomeState.Accepted);
    }

    private static OutboxMail Notice(DispatchHost desk) => new()
    {
        Id = "notice",
        To = "staff@example.org",
        Name = "Staff",
        Subject = "A notice",
        Text = "A notice.",
        Language = "en",
        CreatedAt = desk.Clock.GetUtcNow(),
    };
}
