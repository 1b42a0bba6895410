using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Steering;
using Distribution.Mail.Outcomes;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Dispatches.Sending;

public sealed class RelayDeniedTests(Azurite azurite)
{
    private static readonly SmtpAnswer Denied = SmtpAnswer.Say(550, "5.7.1 relaying denied");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Relaying_denied_to_one_recipient_keeps_no_other_waiting()
    {
        await using var desk = await OpenAsync(recipients: 5);
        desk.Relay.On(SmtpStep.Recipient, exchange => exchange.Recipient == "r2@example.org" ? Denied : null);

        var dispatch = await SendAsync(desk);

        Assert.Equal((DispatchState.Sending, 4), (dispatch.State, desk.Relay.Mails.Count));
        var outcome = (await desk.OutcomesAsync(dispatch, Cancellation))["r2@example.org"];
        Assert.Equal((OutcomeState.Deferred, 550, "relaying denied"), (outcome.State, outcome.Code, outcome.Words));
    }

    [Fact]
    public async Task Relaying_denied_to_two_in_a_row_stops_the_dispatch_and_nobody_pays_for_it()
    {
        await using var desk = await OpenAsync(recipients: 5);
        var isDenied = true;
        desk.Relay.On(SmtpStep.Recipient, _ => isDenied ? Denied : null);

        var stopped = await SendAsync(desk);

        Assert.Equal((DispatchState.Stopped, "550 5.7.1 relaying denied"), (stopped.State, stopped.StopReason));
        var outcomes = await desk.OutcomesAsync(stopped, Cancellation);
        Assert.Equal(
            [OutcomeState.Deferred, OutcomeState.Planned], outcomes.Values.Select(outcome => outcome.State).Distinct().OrderDescending());

        isDenied = false;
        await desk.Get<ResumeDispatch>().RunAsync(stopped.Id, Cancellation);
        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        await desk.RunAsync(Cancellation);
        Assert.Equal(5, (await desk.Get<DispatchStore>().FindAsync(stopped.Id, Cancellation))!.Value.Outcomes[OutcomeState.Accepted]);
    }

    [Fact]
    public async Task Batches_of_one_recipient_are_compared_with_each_other()
    {
        await using var desk = await OpenAsync(recipients: 3, ("Dispatch:BatchSize", "1"));
        desk.Relay.On(SmtpStep.Recipient, _ => Denied);

        var stopped = await SendAsync(desk);

        Assert.Equal(DispatchState.Stopped, stopped.State);
        Assert.Single((await desk.OutcomesAsync(stopped, Cancellation)).Values, outcome => outcome.State == OutcomeState.Deferred);
    }

    [Fact]
    public async Task Relaying_denied_to_the_only_recipient_stops_the_dispatch()
    {
        await using var desk = await OpenAsync(recipients: 1);
        desk.Relay.On(SmtpStep.Recipient, Denied);

        Assert.Equal(DispatchState.Stopped, (await SendAsync(desk)).State);
    }

    private async Task<DispatchHost> OpenAsync(int recipients, params (string Key, string? Value)[] settings)
    {
        var desk = await DispatchHost.OpenAsync(azurite, Cancellation, settings);
        await desk.AddListAsync("press", Cancellation);
        for (var number = 0; number < recipients; number++) await desk.SubscribeAsync("press", $"r{number}@example.org", Cancellation);
        return desk;
    }

    private static async Task<Dispatch> SendAsync(DispatchHost desk)
    {
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunAsync(Cancellation);
        return await desk.DispatchOfAsync(release, Cancellation);
    }
}
