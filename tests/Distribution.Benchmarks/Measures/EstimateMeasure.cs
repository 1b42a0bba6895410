using System.Diagnostics;
using Azure.Data.Tables;
using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Benchmarks.Parts;
using Distribution.Platform.Storage;

namespace Distribution.Benchmarks.Measures;

/// <summary>
/// Estimating an audience of 100,000 subscriptions to three lists that overlap, with a filter and suppressions, against a bare loop that
/// reads the same columns of the same rows.
/// </summary>
internal static class EstimateMeasure
{
    private const int Few = 50_000;
    private const int Many = 100_000;
    private const int RowsPerPage = 1_000;
    private const int Suppressions = 200;

    /// <summary>The round whose ratio is in the middle counts, for other programs take their share of a machine too.</summary>
    private const int Rounds = 5;

    public static async Task<IEnumerable<Measured>> RunAsync(CancellationToken cancellationToken)
    {
        await using var storage = await BenchmarkStorage.StartAsync(cancellationToken);
        await using var room = await PressRoom.OpenAsync(storage, cancellationToken);
        var smallLists = await AddListsAsync(room, "few", Few, cancellationToken);
        var lists = await AddListsAsync(room, "many", Many, cancellationToken);
        await SuppressAsync(room, cancellationToken);
        var few = await EstimateAsync(room, smallLists, cancellationToken);
        await BareAsync(room, smallLists, cancellationToken);
        List<(Estimated Estimate, TimeSpan Bare)> rounds = [];
        for (var round = 0; round < Rounds; round++)
        {
            var before = await BareAsync(room, lists, cancellationToken);
            var estimate = await EstimateAsync(room, lists, cancellationToken);
            rounds.Add((estimate, (before + await BareAsync(room, lists, cancellationToken)) / 2));
        }

        var (middle, bare) = rounds.OrderBy(round => round.Estimate.Time / round.Bare).ElementAt(Rounds / 2);
        var (smallHeap, largeHeap) =
            (await HeapAsync(room, smallLists, cancellationToken), await HeapAsync(room, lists, cancellationToken));
        return
        [
            Measured.Fact("estimate over 100,000 subscriptions, s", middle.Time.TotalSeconds, "0.00"),
            Measured.Fact("the same rows read bare, s", bare.TotalSeconds, "0.00"),
            Measured.AtMost("estimate ÷ bare", middle.Time / bare, 1.2, "0.00"),
            Measured.AtMost("operations of an estimate over 100,000", middle.Operations, (2.0 * Many / RowsPerPage) + Fixed, "0"),
            Measured.AtMost(
                "operations at 100,000 ÷ at 50,000", (double)(middle.Operations - Fixed) / (few.Operations - Fixed), 2.2, "0.00"),
            Measured.Fact("memory in use while estimating 50,000, MB", smallHeap / 1_000_000, "0.0"),
            Measured.AtMost("growth of the memory in use from 50,000 to 100,000, %", 100 * ((largeHeap / smallHeap) - 1), 30),
        ];
    }

    /// <summary>
    /// Half of the subscriptions to the first list, a quarter to each other; half of the people of the second are on the first.
    /// </summary>
    private static async Task<string[]> AddListsAsync(PressRoom room, string name, int subscriptions, CancellationToken cancellationToken)
    {
        var (half, quarter) = (subscriptions / 2, subscriptions / 4);
        await room.AddListAsync($"{name}-a", Enumerable.Range(0, half), cancellationToken);
        await room.AddListAsync($"{name}-b", Enumerable.Range(half - (quarter / 2), quarter), cancellationToken);
        await room.AddListAsync($"{name}-c", Enumerable.Range(half + quarter, quarter), cancellationToken);
        return [$"{name}-a", $"{name}-b", $"{name}-c"];
    }

    private static async Task SuppressAsync(PressRoom room, CancellationToken cancellationToken)
    {
        for (var number = 0; number < Suppressions; number++)
        {
            SuppressionInput suppression =
                new() { Address = $"reader{number * 10}@example.org", Reason = SuppressionReason.Asked, Evidence = "benchmark" };
            await room.Get<AddSuppression>().RunAsync(suppression, cancellationToken);
        }
    }

    /// <summary>Suppressions and outlets are read once.</summary>
    private const int Fixed = 2;

    private static async Task<Estimated> EstimateAsync(PressRoom room, string[] lists, CancellationToken cancellationToken)
    {
        Addressing addressing = new(new() { Lists = lists, Languages = ["en"] }, ["en"], "en", new Dictionary<string, string>());
        using StorageOperations operations = new();
        var started = Stopwatch.GetTimestamp();
        var estimate = await room.Get<EstimateAudience>().RunAsync(addressing, cancellationToken);
        Estimated estimated = new(Stopwatch.GetElapsedTime(started), operations.Count);
        return estimate.Planned + estimate.Excluded.Values.Sum() + estimate.Duplicates == estimate.Rows
            ? estimated
            : throw new BenchmarkFailure("The estimate does not add up.");
    }

    private static async Task<double> HeapAsync(PressRoom room, string[] lists, CancellationToken cancellationToken)
    {
        using HeapPeak heap = new();
        await EstimateAsync(room, lists, cancellationToken);
        return heap.Bytes;
    }

    /// <summary>Reads the columns that planning needs, and decides nothing.</summary>
    private static async Task<TimeSpan> BareAsync(PressRoom room, string[] lists, CancellationToken cancellationToken)
    {
        var subscriptions = room.Get<Tables>()[Tables.Subscriptions];
        var columns = Columns<Membership>.Names;
        var started = Stopwatch.GetTimestamp();
        foreach (var list in lists)
        {
            foreach (var shard in SubscriptionStore.Shards)
            {
                var rows = subscriptions.QueryAsync<TableEntity>(
                    $"PartitionKey eq '{list}.{shard}'", select: columns, cancellationToken: cancellationToken);
                await foreach (var _ in rows) { }
            }
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private sealed record Estimated(TimeSpan Time, long Operations);
}
