using System.Threading.Channels;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Outcomes;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Dispatches.Sending;

/// <summary>Relays that are odd all the time, and instances that die while they talk to one.</summary>
public sealed class RelayFaultTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task A_relay_that_delivers_and_breaks_off_costs_no_more_copies_than_the_setting_says(bool resend, int copies)
    {
        await using var desk = await OpenAsync(people: 3, ("Dispatch:ResendUncertain", $"{resend}"));
        desk.Relay.On(SmtpStep.Message, _ => SmtpAnswer.Drop.ButTakeIt());
        var release = await desk.ScheduleAsync(["press"], Cancellation);

        for (var hour = 0; hour < 8; hour++)
        {
            await desk.RunAsync(Cancellation);
            desk.Clock.Advance(TimeSpan.FromHours(1));
        }

        await AssertHeldAsync(desk, release, copies);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_relay_that_delivers_and_never_answers_costs_two_copies_and_never_more()
    {
        await using var desk = await OpenAsync(people: 2, ("Mail:Timeouts:AnswerSeconds", "120"));
        var release = await desk.ScheduleAsync(["press"], TestContext.Current.CancellationToken);

        await ThinkAsync(desk, release, _ => SmtpAnswer.Hang.ButTakeIt());

        await AssertHeldAsync(desk, release, copies: 2);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_relay_that_thinks_for_minutes_about_each_of_twenty_mails_gets_each_once_from_two_instances()
    {
        await using var desk = await OpenAsync(people: 20);
        var release = await desk.ScheduleAsync(["press"], TestContext.Current.CancellationToken);

        await ThinkAsync(desk, release, thought => SmtpAnswer.Say(250, "2.0.0 taken").Once(thought));

        await AssertEverybodyOnceAsync(desk, release, people: 20);
    }

    [Theory]
    [InlineData(SmtpStep.Sender, 421, "4.7.0 too many messages on this connection", 1)]
    [InlineData(SmtpStep.Sender, 0, "", 1)]
    [InlineData(SmtpStep.Recipient, 421, "4.7.0 too many messages on this connection", 1)]
    [InlineData(SmtpStep.Recipient, 421, "4.3.2 closing", 2)]
    [InlineData(SmtpStep.Message, 250, "2.0.0 taken, and that is enough", 1)]
    public async Task A_relay_that_takes_three_mails_a_connection_and_then_ends_it_gets_each_mail_once(
        SmtpStep step, int code, string words, int attempts)
    {
        await using var desk = await OpenAsync(people: 10);
        var answer = code == 0 ? SmtpAnswer.Drop : SmtpAnswer.Say(code, words).ThenDrop();
        desk.Relay.On(step, exchange => exchange.Mails == (step == SmtpStep.Message ? 2 : 3) ? answer : null);
        var release = await desk.ScheduleAsync(["press"], Cancellation);

        for (var run = 0; run < 4; run++)
        {
            await desk.RunAsync(Cancellation);
            desk.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        await AssertEverybodyOnceAsync(desk, release, people: 10, attempts);
        Assert.Equal(4, desk.Relay.Mails.Select(mail => mail.Connection).Distinct().Count());
    }

    [Fact]
    public async Task A_second_attempt_cut_by_a_crash_is_made_once_more_under_the_same_Message_ID_and_marked()
    {
        await using var desk = await OpenAsync(people: 1);
        await using var doomed = desk.Doomed();
        desk.Relay.On(SmtpStep.Recipient, SmtpAnswer.Say(450, "4.2.0 greylisted"));
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunAsync(Cancellation);
        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        doomed.Clock.Advance(TimeSpan.FromMinutes(10));
        await desk.RunTimerAsync(Cancellation);
        TaskCompletionSource taken = new(), resumed = new();
        desk.Relay.On(SmtpStep.Message, _ =>
        {
            if (!taken.TrySetResult()) return null;
            return SmtpAnswer.Say(250, "2.0.0 taken").Once(resumed.Task);
        });

        var dying = doomed.RunQueuesAsync(Cancellation);
        await taken.Task.WaitAsync(Cancellation);
        Assert.Equal(OutcomeState.Handed, (await OutcomesAsync(desk, release)).Single().State);
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await desk.RunAsync(Cancellation);

        var outcome = (await OutcomesAsync(desk, release)).Single();
        Assert.Equal((OutcomeState.Accepted, 3, true), (outcome.State, outcome.Attempts, outcome.MaybeTwice));
        Assert.Equal(2, desk.Relay.Mails.Count);
        Assert.Single(desk.Relay.Mails.Select(mail => mail.Message.MessageId).Distinct());

        // The dead wakes, hears its answer, and changes nothing.
        var proof = (await desk.DispatchOfAsync(release, Cancellation)).RecordHash;
        resumed.SetResult();
        await dying;
        desk.Clock.Advance(TimeSpan.FromHours(3));
        await desk.RunAsync(Cancellation);
        Assert.Equal(outcome, (await OutcomesAsync(desk, release)).Single());
        Assert.Equal(proof, (await desk.DispatchOfAsync(release, Cancellation)).RecordHash);
        Assert.Equal(2, desk.Relay.Mails.Count);
    }

    [Fact]
    public async Task A_relay_that_takes_nothing_for_two_days_ends_the_dispatch()
    {
        await using var desk = await OpenAsync(people: 4);
        var (isAway, taken) = (true, 0);
        desk.Relay.On(SmtpStep.Sender, _ => isAway || taken++ > 0 ? SmtpAnswer.Say(421, "4.3.2 closing").ThenDrop() : null);
        var release = await desk.ScheduleAsync(["press"], Cancellation);

        // It takes one mail after a day and a half, so that the two days begin again.
        for (var day = 0; day < 2; day++) await RunHoursAsync(desk, 18);
        isAway = false;
        await RunHoursAsync(desk, 1);
        isAway = true;
        for (var half = 0; half < 4; half++) await RunHoursAsync(desk, 12);
        Assert.Equal(3, (await OutcomesAsync(desk, release)).Count(outcome => outcome.State == OutcomeState.Planned));
        await RunHoursAsync(desk, 1);

        var outcomes = await OutcomesAsync(desk, release);
        Assert.Equal((1, 3), (
            outcomes.Count(outcome => outcome.State == OutcomeState.Accepted),
            outcomes.Count(outcome => outcome is { State: OutcomeState.Expired, Code: 421, Words: "closing" })));
        Assert.Equal(DispatchState.Finished, (await desk.DispatchOfAsync(release, Cancellation)).State);
    }

    /// <summary>Does what is due, and lets time pass.</summary>
    private static async Task RunHoursAsync(DispatchHost desk, int hours)
    {
        await desk.RunAsync(Cancellation);
        desk.Clock.Advance(TimeSpan.FromHours(hours));
    }

    private async Task<DispatchHost> OpenAsync(int people, params (string Key, string? Value)[] settings)
    {
        var desk = await DispatchHost.OpenAsync(azurite, Cancellation, settings);
        await desk.AddListAsync("press", Cancellation);
        await desk.SubscribeManyAsync("press", people, Cancellation);
        return desk;
    }

    /// <summary>
    /// Two instances work until the dispatch is finished. The relay thinks for two minutes about each mail; else time stands still while
    /// there is work.
    /// </summary>
    private static async Task ThinkAsync(DispatchHost desk, Release release, Func<Task, SmtpAnswer> answer)
    {
        await using var other = desk.Another();
        var thoughts = Channel.CreateUnbounded<TaskCompletionSource>();
        desk.Relay.On(SmtpStep.Message, _ =>
        {
            TaskCompletionSource thought = new();
            thoughts.Writer.TryWrite(thought);
            return answer(thought.Task);
        });
        using CancellationTokenSource finished = new();
        Task[] working = [WorkAsync(desk, finished.Token), WorkAsync(other, finished.Token)];
        for (var looks = 1; !await IsFinishedAsync(desk, release); looks++)
        {
            if (thoughts.Reader.TryRead(out var thought)) await LetMinutesPassAsync(desk, thought);
            else if (await RestsAsync(desk)) desk.Clock.Advance(TimeSpan.FromMinutes(1));
            // Somebody waits for the clock and neither the relay nor a batch shows it, such as a client that began to wait late.
            else if (looks % 100 == 0) desk.Clock.Advance(TimeSpan.FromSeconds(20));
            await PauseAsync();
        }

        await finished.CancelAsync();
        await Task.WhenAll(working);
    }

    /// <summary>
    /// From heartbeat to heartbeat, so that each is written in its time; two more than two minutes have, since the client may begin to wait
    /// for the answer a moment after the relay begins to think.
    /// </summary>
    private static async Task LetMinutesPassAsync(DispatchHost desk, TaskCompletionSource thought)
    {
        for (var step = 0; step < 8; step++)
        {
            desk.Clock.Advance(TimeSpan.FromSeconds(20));
            while (await OpenBatchesAsync(desk)
                .AnyAsync(batch => batch.LeaseUntil - desk.Clock.GetUtcNow() <= TimeSpan.FromSeconds(20), Cancellation)) await PauseAsync();
        }

        thought.TrySetResult();
    }

    private static async Task WorkAsync(DispatchHost instance, CancellationToken finished)
    {
        while (!finished.IsCancellationRequested)
        {
            await instance.RunTimerAsync(Cancellation);
            await instance.RunQueuesAsync(Cancellation);
            await PauseAsync();
        }
    }

    private static async Task<bool> IsFinishedAsync(DispatchHost desk, Release release) =>
        await desk.Get<DispatchStore>().FindAsync(Dispatch.IdOf(release.Id, release.Version, DispatchKind.Release), Cancellation)
            is { Value.State: DispatchState.Finished };

    /// <summary>Whether nobody has the batch and it waits for its time.</summary>
    private static async Task<bool> RestsAsync(DispatchHost desk)
    {
        var batches = await OpenBatchesAsync(desk).ToListAsync(Cancellation);
        return batches.Count > 0 && batches.TrueForAll(batch => batch.LeaseUntil is null && batch.Due > desk.Clock.GetUtcNow());
    }

    private static async IAsyncEnumerable<BatchQueueState> OpenBatchesAsync(DispatchHost desk)
    {
        await foreach (var dispatch in desk.Get<DispatchStore>().UnfinishedAsync(Cancellation))
        {
            if (dispatch.Value.Plan is not { } plan) continue;
            await foreach (var batch in desk.Get<BatchStore>().UnfinishedAsync(dispatch.Value.Id, plan, Cancellation)) yield return batch;
        }
    }

    private static Task PauseAsync() => Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancellation);

    private static async Task<IReadOnlyList<Outcome>> OutcomesAsync(DispatchHost desk, Release release) =>
        [.. (await desk.OutcomesAsync(await desk.DispatchOfAsync(release, Cancellation), Cancellation)).Values];

    private static async Task AssertEverybodyOnceAsync(DispatchHost desk, Release release, int people, int attempts = 1)
    {
        Assert.Equal(people, desk.Relay.Mails.Count);
        Assert.Equal(people, desk.Relay.Mails.Select(mail => mail.Recipient).Distinct().Count());
        Assert.Equal(DispatchState.Finished, (await desk.DispatchOfAsync(release, Cancellation)).State);
        var outcomes = await OutcomesAsync(desk, release);
        Assert.All(outcomes, outcome => Assert.Equal((OutcomeState.Accepted, false), (outcome.State, outcome.MaybeTwice)));
        Assert.Equal(attempts, outcomes.Max(outcome => outcome.Attempts));
    }

    private static async Task AssertHeldAsync(DispatchHost desk, Release release, int copies)
    {
        var outcomes = await OutcomesAsync(desk, release);
        Assert.All(
            outcomes, outcome => Assert.Equal((OutcomeState.Held, copies, true), (outcome.State, outcome.Attempts, outcome.MaybeTwice)));
        Assert.Equal(DispatchState.Finished, (await desk.DispatchOfAsync(release, Cancellation)).State);
        Assert.All(desk.Relay.Mails.CountBy(mail => mail.Message.MessageId!), mails => Assert.Equal(copies, mails.Value));
        Assert.Equal(outcomes.Count * copies, desk.Relay.Mails.Count);
    }
}
