using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Dispatches.Sending;
using Distribution.Dispatches.Steering;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Storage;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Dispatches.Steering;

/// <summary>Pausing, resuming and cancelling a dispatch before, during and after it is sent.</summary>
public sealed class SteeringTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paused_dispatch_sends_nothing_until_it_is_resumed()
    {
        await using var desk = await OpenAsync(recipients: 3);
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunTimerAsync(Cancellation);
        var id = (await desk.DispatchOfAsync(release, Cancellation)).Id;

        await desk.Get<PauseDispatch>().RunAsync(id, Cancellation);
        await desk.RunAsync(Cancellation);
        Assert.Empty(desk.Relay.Mails);
        Assert.Equal(DispatchState.Paused, (await desk.DispatchOfAsync(release, Cancellation)).State);

        await desk.Get<ResumeDispatch>().RunAsync(id, Cancellation);
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        await desk.RunAsync(Cancellation);

        Assert.Equal(3, desk.Relay.Mails.Count);
        Assert.Equal(DispatchState.Finished, (await desk.DispatchOfAsync(release, Cancellation)).State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_resumed_dispatch_does_not_wait_for_the_timer(bool hasStopped)
    {
        await using var desk = await OpenAsync(recipients: 3);
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunTimerAsync(Cancellation);
        var id = (await desk.DispatchOfAsync(release, Cancellation)).Id;
        if (hasStopped) await desk.Get<StopDispatch>().RunAsync(id, "535 bad login", Cancellation);
        else await desk.Get<PauseDispatch>().RunAsync(id, Cancellation);
        await desk.RunQueuesAsync(Cancellation);
        Assert.DoesNotContain(desk.Relay.Mails, mail => mail.Recipient.StartsWith('r'));

        await desk.Get<ResumeDispatch>().RunAsync(id, Cancellation);
        await desk.RunQueuesAsync(Cancellation);

        Assert.Equal(3, desk.Relay.Mails.Count(mail => mail.Recipient.StartsWith('r')));
        Assert.Equal(DispatchState.Finished, (await desk.DispatchOfAsync(release, Cancellation)).State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_batch_that_is_being_sent_stops_within_its_group(bool cancel)
    {
        await using var desk = await OpenAsync(recipients: 9, ("Dispatch:GroupSize", "3"));
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunTimerAsync(Cancellation);
        var id = (await desk.DispatchOfAsync(release, Cancellation)).Id;
        TaskCompletionSource reached = new(), goOn = new();
        desk.Relay.On(SmtpStep.Message, exchange =>
        {
            if (exchange.Mails != 1) return null;
            reached.TrySetResult();
            return SmtpAnswer.Say(250, "2.0.0 taken").Once(goOn.Task);
        });

        var sending = desk.RunQueuesAsync(Cancellation);
        await reached.Task.WaitAsync(Cancellation);
        if (cancel) await desk.Get<CancelDispatch>().RunAsync(id, Cancellation);
        else await desk.Get<PauseDispatch>().RunAsync(id, Cancellation);
        goOn.SetResult();
        await sending;

        Assert.Equal(3, desk.Relay.Mails.Count);
    }

    [Fact]
    public async Task The_record_of_a_cancelled_dispatch_says_who_had_the_mail_by_then()
    {
        await using var desk = await OpenAsync(recipients: 3);
        desk.Relay.On(
            SmtpStep.Recipient, exchange => exchange.Recipient == "r1@example.org" ? SmtpAnswer.Say(450, "4.2.0 later") : null);
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunAsync(Cancellation);
        var id = (await desk.DispatchOfAsync(release, Cancellation)).Id;

        await desk.Get<CancelDispatch>().RunAsync(id, Cancellation);
        await desk.RunAsync(Cancellation);

        var cancelled = await desk.DispatchOfAsync(release, Cancellation);
        Assert.Equal((DispatchState.Cancelled, 2, 1),
            (cancelled.State, cancelled.Outcomes[OutcomeState.Accepted], cancelled.Outcomes[OutcomeState.Skipped]));
        Assert.NotNull(cancelled.FinishedAt);
        Assert.Equal(ReleaseState.Released, (await desk.Get<ReleaseStore>().FindMainAsync(release.Id, Cancellation))!.Value.State);
        Assert.IsType<ChangeDispatchResult.Refused>(await desk.Get<ResumeDispatch>().RunAsync(id, Cancellation));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_dispatch_cancelled_while_it_is_planned_mails_nobody_and_its_record_says_so(bool isPlanning)
    {
        await using var desk = await OpenAsync(recipients: 3);
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        var (dispatches, now) = (desk.Get<DispatchStore>(), desk.Clock.GetUtcNow());
        var planning = await dispatches.FindOrAddAsync(release.Id, release.Version, DispatchKind.Release, now, Cancellation);

        if (isPlanning) await PlanAsync(desk, planning, () => desk.Get<CancelDispatch>().RunAsync(planning.Value.Id, Cancellation));
        else Assert.IsType<ChangeDispatchResult.Done>(await desk.Get<CancelDispatch>().RunAsync(planning.Value.Id, Cancellation));
        await desk.RunAsync(Cancellation);
        await desk.RunAsync(Cancellation);

        Assert.Empty(desk.Relay.Mails);
        var cancelled = await desk.DispatchOfAsync(release, Cancellation);
        Assert.Equal((DispatchState.Cancelled, isPlanning ? 1 : 3), (cancelled.State, cancelled.Outcomes[OutcomeState.Skipped]));
        Assert.NotNull(cancelled.FinishedAt);
    }

    [Fact]
    public async Task A_dispatch_paused_while_it_is_planned_waits_until_it_is_resumed()
    {
        await using var desk = await OpenAsync(recipients: 3);
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        var planning = await desk.Get<DispatchStore>()
            .FindOrAddAsync(release.Id, release.Version, DispatchKind.Release, desk.Clock.GetUtcNow(), Cancellation);
        await PlanAsync(desk, planning, () => desk.Get<PauseDispatch>().RunAsync(planning.Value.Id, Cancellation));
        await desk.RunAsync(Cancellation);
        Assert.Empty(desk.Relay.Mails);

        await desk.Get<ResumeDispatch>().RunAsync(planning.Value.Id, Cancellation);
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        await desk.RunAsync(Cancellation);

        Assert.Single(desk.Relay.Mails);
    }

    [Fact]
    public async Task Whoever_was_in_flight_in_a_run_that_died_is_held_when_the_dispatch_is_cancelled()
    {
        await using var desk = await OpenAsync(recipients: 2);
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunTimerAsync(Cancellation);
        var key = BatchKey.Parse(Assert.Single(await desk.TakeBatchMessagesAsync(Cancellation)))!;
        var (batch, version) = (await desk.Get<BatchStore>().FindAsync(key, Cancellation))!.Value;
        Assert.True(await new BatchRun(desk.Get<BatchStore>(), batch, version, new DispatchOptions(), desk.Clock).HandOverAsync([0]));

        await desk.Get<CancelDispatch>().RunAsync(key.Dispatch, Cancellation);
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await desk.RunAsync(Cancellation);

        Assert.Empty(desk.Relay.Mails);
        var cancelled = await desk.DispatchOfAsync(release, Cancellation);
        Assert.Equal((1, 1), (cancelled.Outcomes[OutcomeState.Held], cancelled.Outcomes[OutcomeState.Skipped]));
    }

    [Fact]
    public async Task A_pause_overtaken_by_its_resume_holds_nothing_for_long()
    {
        await using var desk = await OpenAsync(recipients: 2);
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunTimerAsync(Cancellation);
        var dispatch = await desk.DispatchOfAsync(release, Cancellation);

        await desk.Get<BatchStore>().SetStopAsync(dispatch.Id, dispatch.Plan!, stop: true, Cancellation);
        await desk.RunQueuesAsync(Cancellation);
        Assert.Empty(desk.Relay.Mails);
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        await desk.RunAsync(Cancellation);

        Assert.Equal(2, desk.Relay.Mails.Count);
    }

    [Fact]
    public async Task With_sending_switched_off_no_planned_mail_is_sent()
    {
        await using var desk = await OpenAsync(recipients: 2);
        await using var off = desk.Another(("Mail:Recipients", null));
        await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunTimerAsync(Cancellation);

        await off.RunQueuesAsync(Cancellation);
        Assert.Empty(desk.Relay.Mails);
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        await desk.RunAsync(Cancellation);

        Assert.Equal(2, desk.Relay.Mails.Count);
    }

    [Fact]
    public async Task A_finished_dispatch_can_no_longer_be_paused()
    {
        await using var desk = await OpenAsync(recipients: 1);
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunAsync(Cancellation);
        var id = (await desk.DispatchOfAsync(release, Cancellation)).Id;

        Assert.Equal(new ChangeDispatchResult.Refused(DispatchState.Finished), await desk.Get<PauseDispatch>().RunAsync(id, Cancellation));
        Assert.IsType<ChangeDispatchResult.Missing>(await desk.Get<PauseDispatch>().RunAsync("no-such-dispatch", Cancellation));
    }

    /// <summary>Plans a dispatch to one recipient; somebody does something in the middle of it.</summary>
    private static async Task PlanAsync(DispatchHost desk, Stored<Dispatch> dispatch, Func<Task> meanwhile)
    {
        var organisation = (await desk.Get<OrganisationStore>().FindAsync(Cancellation))!.Value;
        var described = dispatch.Value with { Lists = ["press"], Languages = ["en"] };
        await desk.Get<PlanDispatch>().RunAsync(dispatch, described, _ => RecipientsAsync(meanwhile), organisation, Cancellation);
    }

    private static async IAsyncEnumerable<Recipient> RecipientsAsync(Func<Task> meanwhile)
    {
        yield return new("0123456789abcdef0123456789abcdef", "r0@example.org", "R0", "en", ["en"], [0]);
        await meanwhile();
    }

    private async Task<DispatchHost> OpenAsync(int recipients, params (string Key, string? Value)[] settings)
    {
        var desk = await DispatchHost.OpenAsync(azurite, Cancellation, settings);
        await desk.AddListAsync("press", Cancellation);
        for (var number = 0; number < recipients; number++) await desk.SubscribeAsync("press", $"r{number}@example.org", Cancellation);
        return desk;
    }
}
