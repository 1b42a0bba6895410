using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Outcomes;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Dispatches.Sending;

/// <summary>
/// A queue that loses or doubles messages, and clocks that jump. One of the six is greylisted at first, so that there is a second round.
/// </summary>
public sealed class QueueFaultTests(Azurite azurite) : IAsyncLifetime
{
    private const int People = 6;

    private DispatchHost desk = null!;
    private DispatchHost other = null!;
    private Release release = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        desk = await DispatchHost.OpenAsync(azurite, Cancellation, ("Dispatch:BatchSize", "3"), ("Dispatch:GroupSize", "2"));
        other = desk.Another();
        await desk.AddListAsync("press", Cancellation);
        await desk.SubscribeManyAsync("press", People, Cancellation);
        release = await desk.ScheduleAsync(["press"], Cancellation);
        desk.Relay.On(SmtpStep.Recipient, SmtpAnswer.Say(450, "4.2.0 greylisted"));
    }

    public async ValueTask DisposeAsync()
    {
        await other.DisposeAsync();
        await desk.DisposeAsync();
    }

    [Fact]
    public async Task A_queue_that_loses_every_message_is_filled_again_until_one_arrives()
    {
        var lost = 0;
        for (var round = 0; round < 4; round++)
        {
            await desk.RunTimerAsync(Cancellation);
            if (round % 2 == 0) lost += (await desk.TakeBatchMessagesAsync(Cancellation)).Count;
            else await desk.RunQueuesAsync(Cancellation);
            desk.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        await desk.RunTimerAsync(Cancellation);
        Assert.Equal(2 + 1, lost);
        await AssertEverybodyOnceAsync();
    }

    [Fact]
    public async Task A_queue_that_delivers_every_message_twice_at_once_to_two_instances_doubles_nobody()
    {
        for (var round = 0; round < 4; round++)
        {
            await Task.WhenAll(desk.RunTimerAsync(Cancellation), other.RunTimerAsync(Cancellation));
            var messages = await desk.TakeBatchMessagesAsync(Cancellation);
            await Task.WhenAll(messages.SelectMany(message => (Task[])
                [desk.Get<SendBatch>().RunAsync(message, Cancellation), other.Get<SendBatch>().RunAsync(message, Cancellation)]));
            desk.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        await AssertEverybodyOnceAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_message_that_comes_again_while_its_batch_is_sent_finds_nothing_to_do_even_if_the_clock_has_gone_back(int hours)
    {
        await InTheMiddleAsync(async messages =>
        {
            desk.Clock.AdjustTime(desk.Clock.GetUtcNow().AddHours(hours));
            await DeliverAsync(other, messages);
        });
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await FinishAsync();

        await AssertEverybodyOnceAsync();
    }

    [Fact]
    public async Task A_clock_that_jumps_a_day_ahead_in_the_middle_doubles_those_in_flight_at_most()
    {
        await InTheMiddleAsync(async messages =>
        {
            desk.Clock.AdjustTime(desk.Clock.GetUtcNow().AddDays(1));
            await DeliverAsync(other, messages);
        });
        await FinishAsync();

        var outcomes = await OutcomesAsync();
        var copies = desk.Relay.Mails.CountBy(mail => mail.Recipient).ToDictionary();
        Assert.Equal(People, copies.Count);
        Assert.All(outcomes, person => Assert.Equal(OutcomeState.Accepted, person.Value.State));
        Assert.All(outcomes, person => Assert.InRange(copies[person.Key], 1, person.Value.MaybeTwice ? 2 : 1));
        Assert.InRange(outcomes.Values.Count(outcome => outcome.MaybeTwice), 1, 2);
        Assert.Equal(People, desk.Relay.Mails.Select(mail => mail.Message.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task A_batch_whose_run_died_before_the_clock_went_an_hour_back_waits_for_that_hour_and_no_longer()
    {
        await using var doomed = desk.Doomed();
        await desk.RunTimerAsync(Cancellation);
        TaskCompletionSource reached = new(), goOn = new();
        desk.Relay.On(SmtpStep.Message, exchange => reached.TrySetResult() ? SmtpAnswer.Drop.Once(goOn.Task) : null);
        var dying = doomed.RunQueuesAsync(Cancellation);
        await reached.Task.WaitAsync(Cancellation);

        desk.Clock.AdjustTime(desk.Clock.GetUtcNow().AddHours(-1));
        await desk.RunAsync(Cancellation);
        desk.Clock.Advance(TimeSpan.FromMinutes(62));
        await FinishAsync();

        Assert.Equal(People, desk.Relay.Mails.Select(mail => mail.Recipient).Distinct().Count());
        Assert.Equal(DispatchState.Finished, (await desk.DispatchOfAsync(release, Cancellation)).State);
        goOn.SetResult();
        await dying;
    }

    /// <summary>Does something while the first instance waits for the answer to its first mail.</summary>
    private async Task InTheMiddleAsync(Func<IReadOnlyList<string>, Task> happen)
    {
        await desk.RunTimerAsync(Cancellation);
        var messages = await desk.TakeBatchMessagesAsync(Cancellation);
        TaskCompletionSource reached = new(), goOn = new();
        desk.Relay.On(SmtpStep.Message, _ => reached.TrySetResult() ? SmtpAnswer.Say(250, "2.0.0 taken").Once(goOn.Task) : null);
        var sending = DeliverAsync(desk, messages);
        await reached.Task.WaitAsync(Cancellation);
        await happen(messages);
        goOn.SetResult();
        await sending;
    }

    private static async Task DeliverAsync(DispatchHost instance, IEnumerable<string> messages)
    {
        foreach (var message in messages) await instance.Get<SendBatch>().RunAsync(message, Cancellation);
    }

    private async Task FinishAsync()
    {
        for (var round = 0; round < 3; round++)
        {
            await desk.RunAsync(Cancellation);
            desk.Clock.Advance(TimeSpan.FromMinutes(10));
        }
    }

    private async Task<IReadOnlyDictionary<string, Outcome>> OutcomesAsync() =>
        await desk.OutcomesAsync(await desk.DispatchOfAsync(release, Cancellation), Cancellation);

    private async Task AssertEverybodyOnceAsync()
    {
        Assert.Equal(People, desk.Relay.Mails.Count);
        Assert.Equal(People, desk.Relay.Mails.Select(mail => mail.Recipient).Distinct().Count());
        Assert.Equal(DispatchState.Finished, (await desk.DispatchOfAsync(release, Cancellation)).State);
        var outcomes = await OutcomesAsync();
        Assert.All(outcomes.Values, outcome => Assert.Equal((OutcomeState.Accepted, false), (outcome.State, outcome.MaybeTwice)));
        Assert.Equal([1, 1, 1, 1, 1, 2], outcomes.Values.Select(outcome => outcome.Attempts).Order());
    }
}
