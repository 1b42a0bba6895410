using System.Diagnostics;
using Azure.Data.Tables;
using Distribution.Benchmarks.Parts;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Mail.Outcomes;
using Distribution.Mail.Smtp;
using Distribution.Platform.Storage;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Benchmarks.Measures;

/// <summary>Planning 200,000 recipients over three lists that overlap, against a bare loop of the same reads and writes.</summary>
internal static class PlanMeasure
{
    /// <summary>So many that a full page is worked on while the next full one is read: each of the sixteen shards of a list has more than two thousand.</summary>
    private const int Few = 80_000;

    private const int Many = 200_000;

    public static async Task<IEnumerable<Measured>> RunAsync(CancellationToken cancellationToken)
    {
        await using var storage = await BenchmarkStorage.StartAsync(cancellationToken);
        await using var room = await PressRoom.OpenAsync(storage, cancellationToken);
        var few = await AddListsAsync(room, "few", Few, cancellationToken);
        var many = await AddListsAsync(room, "many", Many, cancellationToken);
        await PlanAsync(room, few, cancellationToken);
        var (smallHeap, largeHeap) = (await HeapAsync(room, few, cancellationToken), await HeapAsync(room, many, cancellationToken));
        var large = await PlanAsync(room, many, cancellationToken);
        var bare = await BareAsync(room, many, large.Dispatch, cancellationToken);
        var written = large.Dispatch.Planned / 100.0;
        var read = large.Rows / 1000.0;
        return
        [
            Measured.Fact("planning 200,000 recipients, s", large.Time.TotalSeconds, "0.0"),
            Measured.Fact("the same reads and writes bare, s", bare.TotalSeconds, "0.0"),
            Measured.AtMost("planning ÷ bare", large.Time / bare, 1.2, "0.00"),
            Measured.AtMost("operations of planning 200,000 over 3 lists", large.Operations, written + read, "0"),
            Measured.Fact("memory in use while planning 80,000, MB", smallHeap / 1_000_000, "0.0"),
            Measured.AtMost("growth of the memory in use from 80,000 to 200,000, %", 100 * ((largeHeap / smallHeap) - 1), 30),
        ];
    }

    /// <summary>Half of the crowd on each list: the first, the middle and the last.</summary>
    private static async Task<string[]> AddListsAsync(PressRoom room, string name, int people, CancellationToken cancellationToken)
    {
        string[] lists = [$"{name}-a", $"{name}-b", $"{name}-c"];
        foreach (var (number, list) in lists.Index())
            await room.AddListAsync(list, Enumerable.Range(number * people / 4, people / 2), cancellationToken);
        return lists;
    }

    private static async Task<(Dispatch Dispatch, TimeSpan Time, long Operations, int Rows)> PlanAsync(
        PressRoom room, string[] lists, CancellationToken cancellationToken)
    {
        var release = await room.DraftAsync("text", lists, cancellationToken);
        var document = (await room.Get<ReleaseStore>().FindAsync(release.Id, cancellationToken))!;
        var organisation = (await room.Get<OrganisationStore>().FindAsync(cancellationToken))!.Value;
        var id = Dispatch.IdOf(release.Id, release.Version, DispatchKind.Release);
        var dispatches = room.Get<DispatchStore>();
        await dispatches.AddAsync(
            new() { Id = id, Release = release.Id, Version = release.Version, Kind = DispatchKind.Release, CreatedAt = TimeProvider.System.GetUtcNow() }, cancellationToken);
        var added = (await dispatches.FindAsync(id, cancellationToken))!;
        using StorageOperations operations = new();
        var started = Stopwatch.GetTimestamp();
        var planned = await room.Get<PlanRelease>().RunAsync(added, document, organisation, RecipientsSwitch.Parse("*"), cancellationToken);
        return (planned.Value, Stopwatch.GetElapsedTime(started), operations.Count, 3 * planned.Value.Planned / 2);
    }

    private static async Task<double> HeapAsync(PressRoom room, string[] lists, CancellationToken cancellationToken)
    {
        using HeapPeak heap = new();
        await PlanAsync(room, lists, cancellationToken);
        return heap.Bytes;
    }

    /// <summary>Reads the same rows and writes as many of the same size, and decides nothing.</summary>
    private static async Task<TimeSpan> BareAsync(PressRoom room, string[] lists, Dispatch dispatch, CancellationToken cancellationToken)
    {
        var (subscriptions, batches) = (room.Get<Tables>()[Tables.Subscriptions], room.Get<Tables>()[Tables.Batches]);
        List<List<TableEntity>> transactions = [[]];
        await foreach (var batch in room.Get<BatchStore>().AllAsync(dispatch.Id, dispatch.Plan!, cancellationToken))
        {
            var row = BatchRow.New(batch with { Key = batch.Key with { Plan = "bare" }, Outcomes = [.. batch.Outcomes.Select(_ => Outcome.Planned)] });
            if (transactions[^1].Count == RowsPerTransaction) transactions.Add([]);
            transactions[^1].Add(row);
        }

        var started = Stopwatch.GetTimestamp();
        foreach (var list in lists)
        {
            foreach (var shard in "0123456789abcdef")
            {
                await foreach (var _ in subscriptions.QueryAsync<TableEntity>($"PartitionKey eq '{list}.{shard}'", cancellationToken: cancellationToken)) { }
            }
        }

        foreach (var rows in transactions)
            await batches.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>As many as planning puts into one: the limit is on the bytes.</summary>
    private const int RowsPerTransaction = 50;
}
