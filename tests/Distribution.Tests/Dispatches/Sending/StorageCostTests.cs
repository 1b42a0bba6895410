using Distribution.Platform.Storage;
using Distribution.Testing;
using Distribution.Testing.Faults;

namespace Distribution.Tests.Dispatches.Sending;

/// <summary>The requests of a dispatch to the storage, which are billed one by one.</summary>
public sealed class StorageCostTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_of_a_hundred_is_written_once_for_each_group_of_twenty_and_once_to_hand_it_back()
    {
        var counts = await CountAsync(recipients: 100);

        Assert.Equal(6, counts[$"PATCH {Tables.Batches}"]);
    }

    [Fact]
    public async Task A_hundred_more_recipients_cost_at_most_ten_more_requests()
    {
        var (one, three) = (await CountAsync(recipients: 100), await CountAsync(recipients: 300));

        Assert.InRange(three.Values.Sum() - one.Values.Sum(), 1, 2 * 10);
    }

    [Fact]
    public async Task Without_a_limit_the_send_rate_is_read_now_and_then_and_never_written()
    {
        var counts = await CountAsync(recipients: 300);

        Assert.Equal([$"GET {Tables.SendRates}"], counts.Keys.Where(request => request.EndsWith(Tables.SendRates, StringComparison.Ordinal)));
        Assert.InRange(counts[$"GET {Tables.SendRates}"], 1, 2);
    }

    /// <summary>Requests from planning to the finish.</summary>
    private async Task<IReadOnlyDictionary<string, int>> CountAsync(int recipients)
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Cancellation);
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation, proxy.Setting);
        await desk.AddListAsync("press", Cancellation);
        await Task.WhenAll(Enumerable.Range(0, recipients).Select(number => desk.SubscribeAsync("press", $"r{number}@example.org", Cancellation)));
        await desk.ScheduleAsync(["press"], Cancellation);
        proxy.CountAnew();
        await desk.RunAsync(Cancellation);
        Assert.Equal(recipients, desk.Relay.Mails.Count);
        return new Dictionary<string, int>(proxy.Counts);
    }
}
