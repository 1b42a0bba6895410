using Distribution.Mail.Outbox;
using Distribution.Mail.Outcomes;
using Distribution.Mail.Smtp;
using Distribution.Platform.Jobs;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Mail.Outbox;

public sealed class SendOutboxMailTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_that_waits_for_a_connection_is_not_in_flight()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation, ("Mail:Connections", "1"));
        await PostAsync(desk);
        var busy = await desk.Get<SmtpTransport>().RentAsync(Cancellation);

        var sending = SendAsync(desk);
        // Long enough for a run that does not wait to have written to the row.
        for (var read = 0; read < 20; read++) Assert.Equal(OutcomeState.Planned, (await OutcomeAsync(desk)).State);
        await busy.DisposeAsync();

        Assert.Null(await sending);
        Assert.Equal(OutcomeState.Accepted, (await OutcomeAsync(desk)).State);
    }

    [Fact]
    public async Task An_answer_is_recorded_although_another_run_took_this_one_for_dead()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        await PostAsync(desk);
        TaskCompletionSource answer = new();
        desk.Relay.On(SmtpStep.Message, SmtpAnswer.Say(250, "2.0.0 late, but taken").Once(answer.Task));
        var slow = SendAsync(desk);
        await desk.Relay.WaitForMailsAsync(1, Cancellation);
        var row = (await desk.Get<OutboxStore>().FindAsync("notice", Cancellation))!;
        var doubted = row.Value.Outcome with
        {
            State = OutcomeState.Uncertain,
            MaybeTwice = true,
            RetryAt = desk.Clock.GetUtcNow() + TimeSpan.FromMinutes(5)
        };
        await desk.Get<OutboxStore>().ReplaceAsync(row, row.Value with { Outcome = doubted }, Cancellation);

        answer.SetResult();
        Assert.Null(await slow);

        var outcome = await OutcomeAsync(desk);
        Assert.Equal((OutcomeState.Accepted, "late, but taken", true), (outcome.State, outcome.Words, outcome.MaybeTwice));
    }

    [Fact]
    public async Task Who_was_in_flight_at_two_crashes_is_held_on_record()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        await PostAsync(desk);
        var row = (await desk.Get<OutboxStore>().FindAsync("notice", Cancellation))!;
        Outcome handed = new() { State = OutcomeState.Handed, Attempts = 2, At = desk.Clock.GetUtcNow(), MaybeTwice = true };
        await desk.Get<OutboxStore>().ReplaceAsync(row, row.Value with { Outcome = handed }, Cancellation);
        desk.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Null(await SendAsync(desk));

        Assert.Empty(desk.Relay.Mails);
        Assert.Equal(OutcomeState.Held, (await OutcomeAsync(desk)).State);
    }

    private static async Task PostAsync(DispatchHost desk)
    {
        OutboxMail mail = new()
        {
            Id = "notice",
            To = "ana@harbour.example.org",
            Name = "Ana Officer",
            Subject = "Sent",
            Text = "All of it.",
            Language = "en",
            CreatedAt = desk.Clock.GetUtcNow(),
        };
        await desk.Get<OutboxStore>().AddAsync(mail.Id, mail, Cancellation);
    }

    private static Task<DateTimeOffset?> SendAsync(DispatchHost desk) =>
        desk.Get<IEnumerable<IJobRunner>>().Single(runner => runner.Name == SendOutboxMail.JobName).RunAsync("notice", Cancellation);

    private static async Task<Outcome> OutcomeAsync(DispatchHost desk) =>
        (await desk.Get<OutboxStore>().FindAsync("notice", Cancellation))!.Value.Outcome;
}
