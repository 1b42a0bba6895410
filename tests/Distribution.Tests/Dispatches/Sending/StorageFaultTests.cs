using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Faults;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Dispatches.Sending;

/// <summary>A storage that refuses, breaks off, or does what it is asked and never says so.</summary>
public sealed class StorageFaultTests(Azurite azurite) : IAsyncLifetime
{
    private const int People = 6;

    /// <summary>How often the storage SDK asks before it gives up.</summary>
    private const int Tries = 4;

    /// <summary>The dispatch itself, and not one of its pointers.</summary>
    private const string DispatchRow = "RowKey='dispatch'";

    private static readonly (string Key, string? Value) PairByPair = ("Dispatch:BatchSize", "2");

    private static readonly Func<StorageRequest, bool> ToBatch = StorageRequest.Is("PATCH", Tables.Batches);

    private StorageProxy proxy = null!;
    private DispatchHost desk = null!;
    private Release release = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        proxy = await StorageProxy.StartAsync(azurite, Cancellation);
        desk = await DispatchHost.OpenAsync(azurite, Cancellation, proxy.Setting, ("Dispatch:GroupSize", "2"));
        await desk.AddListAsync("press", Cancellation);
        for (var number = 0; number < People; number++) await desk.SubscribeAsync("press", $"r{number}@example.org", Cancellation);
        release = await desk.ScheduleAsync(["press"], Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await proxy.DisposeAsync();
    }

    [Theory]
    [InlineData("POST", "$batch", 0, "the release was made public")]
    [InlineData("PUT", Tables.ReleaseTimes, 0, "it was put on the public list")]
    [InlineData("POST", Tables.Dispatches, 0, "the dispatch was added")]
    [InlineData("POST", "$batch", 1, "its batches were written")]
    [InlineData("PUT", Tables.Dispatches, 0, "the plan was sealed")]
    [InlineData("DELETE", Tables.ReleaseTimes, 0, "the release's time was taken off the list")]
    [InlineData("POST", Queues.Batches, 0, "a batch was queued")]
    [InlineData("PATCH", Tables.Batches, 0, "a batch was claimed")]
    [InlineData("PATCH", Tables.Batches, 1, "outcomes were recorded and the next group handed over")]
    [InlineData("PATCH", Tables.Batches, 3, "the batch was handed back")]
    [InlineData("PUT", Tables.Dispatches, 1, "the dispatch was finished")]
    [InlineData("POST", "$batch", 2, "the release was released")]
    [InlineData("DELETE", Tables.Dispatches, 0, "the dispatch was taken off the list of the unfinished")]
    public async Task A_lost_answer_to_a_write_that_was_done_does_no_harm(string method, string name, int skip, string when)
    {
        var lost = proxy.On(
            StorageRequest.Is(method, name, (method, name) == ("PUT", Tables.Dispatches) ? DispatchRow : ""),
            StorageFault.LoseAnswer,
            skip);

        await desk.RunAsync(Cancellation);
        await desk.RunTimerAsync(Cancellation);

        Assert.True(lost.Hits == 1, $"No answer was lost when {when}.");
        await AssertEverybodyOnceAsync();
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task A_storage_that_refuses_for_a_moment_in_the_middle_of_a_batch_is_asked_again(int status)
    {
        var refused = proxy.On(ToBatch, StorageFault.Refuse(status), skip: 1, times: 2);

        await desk.RunAsync(Cancellation);

        Assert.Equal(2, refused.Hits);
        await AssertEverybodyOnceAsync();
    }

    [Fact]
    public async Task A_connection_cut_before_the_storage_heard_of_a_write_is_made_again()
    {
        var cut = proxy.On(ToBatch, StorageFault.Cut, skip: 1, times: 2);

        await desk.RunAsync(Cancellation);

        Assert.Equal(2, cut.Hits);
        await AssertEverybodyOnceAsync();
    }

    [Fact]
    public async Task While_the_storage_is_away_nothing_is_sent_and_what_was_accepted_is_not_forgotten()
    {
        await desk.RunTimerAsync(Cancellation);
        var outage = proxy.On(ToBatch, StorageFault.Refuse(503), skip: 1, times: Tries);

        var sending = desk.RunQueuesAsync(Cancellation);
        await outage.WaitAsync(Tries, Cancellation);
        Assert.Equal(2, desk.Relay.Mails.Count);
        await LetTimePassAsync(sending);
        await desk.RunTimerAsync(Cancellation);

        await AssertEverybodyOnceAsync();
    }

    [Fact]
    public async Task A_storage_that_refuses_everything_for_a_minute_in_the_middle_costs_nobody_a_second_mail()
    {
        await desk.RunTimerAsync(Cancellation);
        var over = DateTimeOffset.MinValue;
        desk.Relay.On(SmtpStep.Message, exchange =>
        {
            if (exchange.Mails == 1) over = desk.Clock.GetUtcNow().AddMinutes(1);
            return null;
        });
        var outage = proxy.On(_ => desk.Clock.GetUtcNow() < over, StorageFault.Refuse(503), times: int.MaxValue);

        var sending = desk.RunQueuesAsync(Cancellation);
        await outage.WaitAsync(1, Cancellation);
        await LetTimePassAsync(sending);
        Assert.True(desk.Clock.GetUtcNow() >= over);
        await desk.RunTimerAsync(Cancellation);

        await AssertEverybodyOnceAsync();
    }

    [Fact]
    public async Task A_run_cut_off_from_the_storage_for_longer_than_its_lease_doubles_those_in_flight_at_most_and_its_answers_count()
    {
        await desk.RunTimerAsync(Cancellation);
        await using var direct = desk.Another(("Storage:ConnectionString", azurite.ConnectionString));
        TaskCompletionSource resumed = new();
        var held = proxy.On(ToBatch, StorageFault.Hold(resumed.Task), skip: 1);

        var cutOff = desk.RunQueuesAsync(Cancellation);
        await held.WaitAsync(1, Cancellation);
        desk.Clock.Advance(TimeSpan.FromSeconds(61));
        await direct.RunAsync(Cancellation);
        resumed.SetResult();
        await cutOff;
        await direct.RunAsync(Cancellation);

        await AssertEverybodyAtLeastOnceAsync(twice: 2);
    }

    [Fact]
    public async Task After_too_long_an_outage_those_whose_acceptance_was_not_recorded_are_mailed_once_more_and_marked()
    {
        await using var impatient = desk.Another(("Dispatch:MaxStorageOutage", "00:00:00"));
        await desk.RunTimerAsync(Cancellation);
        var outage = proxy.On(ToBatch, StorageFault.Refuse(503), skip: 1, times: 2 * Tries);

        await Assert.ThrowsAnyAsync<Exception>(() => impatient.RunQueuesAsync(Cancellation));
        Assert.Equal((2 * Tries, 2), (outage.Hits, desk.Relay.Mails.Count));
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await desk.RunAsync(Cancellation);

        await AssertEverybodyAtLeastOnceAsync(twice: 2);
    }

    [Fact]
    public async Task Who_left_cannot_be_read_and_what_was_accepted_is_recorded_all_the_same()
    {
        await desk.RunTimerAsync(Cancellation);
        var unread = proxy.On(StorageRequest.Is("GET", Tables.SendExclusions), StorageFault.Refuse(503), skip: 1, times: Tries);
        TurnSendExclusionsStale();

        await Assert.ThrowsAnyAsync<Exception>(() => desk.RunQueuesAsync(Cancellation));
        Assert.Equal((Tries, 2), (unread.Hits, desk.Relay.Mails.Count));
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        await desk.RunAsync(Cancellation);

        await AssertEverybodyOnceAsync();
    }

    [Fact]
    public async Task A_stop_of_the_program_between_two_groups_forgets_no_acceptance()
    {
        await desk.RunTimerAsync(Cancellation);
        TaskCompletionSource resumed = new();
        using CancellationTokenSource stopping = new();
        var held = proxy.On(StorageRequest.Is("GET", Tables.SendExclusions), StorageFault.Hold(resumed.Task), skip: 1);
        TurnSendExclusionsStale();

        var message = Assert.Single(await desk.TakeBatchMessagesAsync(Cancellation));
        var sending = desk.Get<SendBatch>().RunAsync(message, stopping.Token);
        await held.WaitAsync(1, Cancellation);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        resumed.SetResult();
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        await desk.RunAsync(Cancellation);

        await AssertEverybodyOnceAsync();
    }

    [Fact]
    public async Task A_plan_is_dated_when_it_is_sealed_however_long_it_took()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Cancellation);
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation, proxy.Setting);
        await desk.AddListAsync("press", Cancellation);
        await desk.SubscribeAsync("press", "r@example.org", Cancellation);
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        TaskCompletionSource written = new();
        var write = proxy.On(StorageRequest.Is("POST", "$batch"), StorageFault.Hold(written.Task));
        var begun = desk.Clock.GetUtcNow();

        var timer = desk.RunTimerAsync(Cancellation);
        await write.WaitAsync(1, Cancellation);
        desk.Clock.Advance(TimeSpan.FromMinutes(3));
        written.SetResult();
        await timer;

        Assert.Equal(begun.AddMinutes(3), (await desk.DispatchOfAsync(release, Cancellation)).SealedAt);
    }

    [Fact]
    public async Task Of_two_planners_the_second_leaves_nothing_behind_and_the_newcomer_that_only_the_first_saw_is_mailed()
    {
        await using var direct = desk.Another(PairByPair, ("Storage:ConnectionString", azurite.ConnectionString));
        await using var slow = desk.Another(PairByPair);
        TaskCompletionSource resumed = new();
        var seal = proxy.On(StorageRequest.Is("PUT", Tables.Dispatches, DispatchRow), StorageFault.Hold(resumed.Task));

        var second = slow.RunTimerAsync(Cancellation);
        await seal.WaitAsync(1, Cancellation);
        var newcomer = BetweenTheFirstTwoBatches();
        await direct.SubscribeAsync("press", newcomer, Cancellation);
        await direct.RunTimerAsync(Cancellation);
        resumed.SetResult();
        await second;
        await desk.RunAsync(Cancellation);

        await AssertEverybodyOnceAsync(newcomer);
        Assert.Equal(1, await PlansAsync());
    }

    [Fact]
    public async Task Of_two_planners_the_first_counts_and_the_newcomer_that_only_the_second_saw_is_not_mailed()
    {
        await using var direct = desk.Another(PairByPair, ("Storage:ConnectionString", azurite.ConnectionString));
        await using var slow = desk.Another(PairByPair);
        TaskCompletionSource resumed = new();
        var reading = proxy.On(StorageRequest.Is("GET", Tables.Subscriptions), StorageFault.Hold(resumed.Task));

        var second = slow.RunTimerAsync(Cancellation);
        await reading.WaitAsync(1, Cancellation);
        await direct.RunTimerAsync(Cancellation);
        await direct.SubscribeAsync("press", BetweenTheFirstTwoBatches(), Cancellation);
        resumed.SetResult();
        await second;
        await desk.RunAsync(Cancellation);

        await AssertEverybodyOnceAsync();
        Assert.Equal(1, await PlansAsync());
    }

    /// <summary>
    /// An address whose contact comes between the second person and the third, so that whoever plans with it cuts all batches elsewhere.
    /// </summary>
    private string BetweenTheFirstTwoBatches()
    {
        var hash = desk.Get<AddressHash>();
        var known = Enumerable.Range(0, People).Select(number => Contact($"r{number}@example.org")).Order(StringComparer.Ordinal).ToList();
        return Enumerable.Range(0, int.MaxValue).Select(number => $"newcomer{number}@example.org").First(IsBetween);

        string Contact(string address) => hash.Compute(MailAddress.Parse(address)!);
        bool IsBetween(string address) =>
            string.CompareOrdinal(Contact(address), known[1]) > 0 && string.CompareOrdinal(Contact(address), known[2]) < 0;
    }

    /// <summary>Each mail takes longer than what is known of departures stays fresh.</summary>
    private void TurnSendExclusionsStale() => desk.Relay.On(SmtpStep.Sender, exchange =>
    {
        desk.Clock.Advance(TimeSpan.FromSeconds(16));
        return null;
    });

    /// <summary>The storage SDK waits by the real clock and the program by the test's.</summary>
    private async Task LetTimePassAsync(Task running)
    {
        while (await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation)) != running)
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await running;
    }

    private async Task AssertEverybodyOnceAsync(params string[] newcomers)
    {
        string[] expected =
            [.. Enumerable.Range(0, People).Select(number => $"r{number}@example.org").Concat(newcomers).Order(StringComparer.Ordinal)];
        Assert.Equal(expected, desk.Relay.Mails.Select(mail => mail.Recipient).Order(StringComparer.Ordinal));
        var dispatch = await desk.DispatchOfAsync(release, Cancellation);
        Assert.Equal((DispatchState.Finished, expected.Length), (dispatch.State, dispatch.Planned));
        Assert.Equal(expected.Length, dispatch.Outcomes[OutcomeState.Accepted]);
        var outcomes = await desk.OutcomesAsync(dispatch, Cancellation);
        Assert.Equal(expected, outcomes.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            outcomes.Values,
            outcome => Assert.Equal((OutcomeState.Accepted, 1, false), (outcome.State, outcome.Attempts, outcome.MaybeTwice)));
        Assert.Equal(ReleaseState.Released, (await desk.Get<ReleaseStore>().FindMainAsync(release.Id, Cancellation))!.Value.State);
    }

    /// <summary>As many as said have it twice: under one Message-ID, and marked.</summary>
    private async Task AssertEverybodyAtLeastOnceAsync(int twice)
    {
        var dispatch = await desk.DispatchOfAsync(release, Cancellation);
        var outcomes = await desk.OutcomesAsync(dispatch, Cancellation);
        Assert.Equal((DispatchState.Finished, People), (dispatch.State, dispatch.Outcomes[OutcomeState.Accepted]));
        Assert.Equal(twice, outcomes.Values.Count(outcome => outcome.MaybeTwice));
        Assert.All(
            outcomes,
            outcome => Assert.Equal(outcome.Value.MaybeTwice ? 2 : 1, desk.Relay.Mails.Count(mail => mail.Recipient == outcome.Key)));
        Assert.Equal(People, desk.Relay.Mails.Select(mail => mail.Message.MessageId).Distinct().Count());
    }

    private async Task<int> PlansAsync()
    {
        HashSet<string> plans = [];
        await foreach (var row in desk.Get<Tables>()[Tables.Batches].QueryAsync<Azure.Data.Tables.TableEntity>(
            cancellationToken: Cancellation)) plans.Add(row.PartitionKey);
        return plans.Count;
    }
}
