using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Distribution.Testing.Faults;

namespace Distribution.Tests.Dispatches.Sending;

/// <summary>The timer's search for stuck batches every minute, and its cost.</summary>
public sealed class StuckBatchesTests(Azurite azurite)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_storage_picks_out_exactly_the_batches_that_the_rule_means()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        var (store, again) = (desk.Get<BatchStore>(), TimeSpan.FromMinutes(5));
        var batches = Cases().ToList();
        foreach (var some in batches.Chunk(100)) await store.AddAsync(some, Cancellation);

        var stuck = await store.StuckAsync("d", "p", Now, again, Cancellation).Select(batch => batch.Key.Row).ToListAsync(Cancellation);

        var meant = batches.Where(batch => !batch.IsDone && State(batch).NeedsQueueing(Now, again)).Select(batch => batch.Key.Row).ToList();
        Assert.Equal(meant, stuck);
        Assert.InRange(meant.Count, 40, batches.Count / 2);
    }

    [Fact]
    public async Task One_stuck_batch_of_thirty_costs_what_one_of_three_costs()
    {
        var (few, many) = (await CountAsync(healthy: 2), await CountAsync(healthy: 29));

        Assert.Equal(few, many);
        Assert.Equal(1, many["POST batches"]);
        Assert.InRange(many.Values.Sum(), 1, 15);
    }

    [Fact]
    public async Task What_is_finished_costs_nothing()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Cancellation);
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation, proxy.Setting);
        await desk.AddListAsync("press", Cancellation);
        await desk.SubscribeAsync("press", "r@example.org", Cancellation);
        await desk.RunAsync(Cancellation);
        var before = await TimerAsync(proxy, desk);

        await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunAsync(Cancellation);

        Assert.Single(desk.Relay.Mails);
        Assert.Equal(before, await TimerAsync(proxy, desk));
    }

    [Fact]
    public async Task A_batch_whose_mark_had_no_answer_is_queued_all_the_same()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Cancellation);
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation, proxy.Setting);
        await PlanAsync(desk, healthy: 0);
        var lost = proxy.On(StorageRequest.Is("PATCH", Tables.Batches), StorageFault.LoseAnswer);

        await desk.RunTimerAsync(Cancellation);

        Assert.Equal(1, lost.Hits);
        Assert.Single(await desk.TakeBatchMessagesAsync(Cancellation));
    }

    /// <summary>The timer's requests to the storage while one batch of a dispatch is stuck.</summary>
    private async Task<IReadOnlyDictionary<string, int>> CountAsync(int healthy)
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Cancellation);
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation, proxy.Setting);
        await PlanAsync(desk, healthy);
        return await TimerAsync(proxy, desk);
    }

    private static async Task<IReadOnlyDictionary<string, int>> TimerAsync(StorageProxy proxy, DispatchHost desk)
    {
        proxy.CountAnew();
        await desk.RunTimerAsync(Cancellation);
        return new Dictionary<string, int>(proxy.Counts);
    }

    /// <summary>A dispatch with a stuck batch of a hundred, and others that are being sent, wait for their time, or are done.</summary>
    private static async Task PlanAsync(DispatchHost desk, int healthy)
    {
        var dispatch = new Dispatch
        {
            Id = "d",
            Release = "r",
            Version = 1,
            Kind = DispatchKind.Release,
            State = DispatchState.Sending,
            Plan = "p",
            Planned = 100 * (healthy + 1),
            CreatedAt = Now,
            SealedAt = Now,
        };
        await desk.Get<DispatchStore>().AddAsync(dispatch, Cancellation);
        var batches = Enumerable.Range(0, healthy).Select(number => (number % 3) switch
        {
            0 => Batch(number, Now, Now, Now.AddMinutes(1), isDone: false),
            1 => Batch(number, Now.AddMinutes(5), Now, null, isDone: false),
            _ => Batch(number, Now.AddMinutes(-9), Now.AddMinutes(-9), null, isDone: true),
        });
        await desk.Get<BatchStore>()
            .AddAsync([.. batches, Batch(healthy, Now.AddMinutes(-9), Now.AddMinutes(-9), null, isDone: false)], Cancellation);
    }

    private static IEnumerable<Batch> Cases()
    {
        var number = 0;
        foreach (var due in new[] { -1.0, -0.001, 0, 3, 6 })
        {
            foreach (var queued in new double?[] { null, -1, 0, 3, 4.999, 5, 6 })
            {
                foreach (var lease in new double?[] { null, -1, -0.001, 0, 3, 6 })
                {
                    foreach (var isDone in new[] { false, true })
                    {
                        yield return Batch(
                            number++,
                            Before(due),
                            queued is { } at ? Before(at) : TableTime.Never,
                            lease is { } until ? Before(until) : null,
                            isDone,
                            1);
                    }
                }
            }
        }
    }

    private static DateTimeOffset Before(double minutes) => Now.AddMinutes(-minutes);

    private static BatchQueueState State(Batch batch) => new(batch.Key, default, 1, batch.Due, batch.QueuedAt, batch.LeaseUntil);

    private static Batch Batch(
        int number, DateTimeOffset due, DateTimeOffset queued, DateTimeOffset? lease, bool isDone, int recipients = 100) => new()
        {
            Key = new("d", "p", $"0.{number:D4}"),
            Recipients = [.. Enumerable.Range(0, recipients)
            .Select(person => new Recipient($"{number:D4}{person:D3}", "a@example.org", "A", "en", ["en"], [0]))],
            Outcomes = [.. Enumerable.Repeat(isDone ? new() { State = OutcomeState.Accepted } : Outcome.Planned, recipients)],
            Due = due,
            QueuedAt = queued,
            LeaseUntil = lease,
        };
}
