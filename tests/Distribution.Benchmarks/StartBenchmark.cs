using Distribution.Benchmarks.Measures;
using Distribution.Benchmarks.Parts;
using Distribution.Testing.Functions;

namespace Distribution.Benchmarks;

/// <summary>Starts the Functions head and an empty worker in turn, and compares what they take until they answer.</summary>
internal sealed class StartBenchmark(StartArguments arguments)
{
    private static readonly string Empty = FunctionsHost.BuiltBeside("tests/Distribution.Benchmarks.EmptyWorker", "Distribution.Benchmarks.EmptyWorker.dll");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var storage = await BenchmarkStorage.StartAsync(cancellationToken);
        await using var room = await PressRoom.OpenAsync(storage, cancellationToken);
        Dictionary<string, string?> settings = new(room.Settings) { ["AzureWebJobsStorage"] = storage.ConnectionString, ["Mail:Host"] = "127.0.0.1", ["Mail:Security"] = "None" };
        var head = arguments.Head ?? FunctionsHost.Head;
        List<ColdStart> heads = [], empties = [];
        // The first of each reads the files into memory and is not counted.
        for (var round = 0; round <= arguments.Rounds; round++)
        {
            var (first, second) = (await ColdStart.RunAsync(head, settings, cancellationToken), await ColdStart.RunAsync(Empty, [], cancellationToken));
            if (round == 0) continue;
            heads.Add(first);
            empties.Add(second);
        }

        MeasuredTable table = new();
        table.Add(Compare(heads, empties));
        table.Write();
    }

    private static IEnumerable<Measured> Compare(IReadOnlyList<ColdStart> heads, IReadOnlyList<ColdStart> empties)
    {
        foreach (var (what, pick) in new (string, Func<ColdStart, double>)[]
        {
            ("start to all functions loaded", start => start.Loaded),
            ("start to the first /health", start => start.Health),
            ("start to the first page", start => start.Page),
            ("processor time until then", start => start.Processor),
        })
        {
            var (ours, theirs) = (Middle(heads, pick), Middle(empties, pick));
            yield return Measured.Fact($"{what}: head, s", ours, "0.00");
            yield return Measured.Fact($"{what}: empty worker, s", theirs, "0.00");
            yield return Measured.Fact($"{what}: head ÷ empty worker", ours / theirs, "0.00");
        }
    }

    private static double Middle(IEnumerable<ColdStart> starts, Func<ColdStart, double> pick)
    {
        List<double> sorted = [.. starts.Select(pick).Order()];
        return sorted[sorted.Count / 2];
    }
}
