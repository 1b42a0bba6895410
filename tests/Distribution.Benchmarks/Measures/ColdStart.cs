using System.Diagnostics;
using Distribution.Benchmarks.Parts;
using Distribution.Testing.Functions;

namespace Distribution.Benchmarks.Measures;

/// <summary>One start of a Functions worker, in seconds from the start of its process.</summary>
/// <param name="Loaded">Until the host knew all its functions.</param>
/// <param name="Health">Until the first request was answered.</param>
/// <param name="Page">Until the first page was answered.</param>
/// <param name="Processor">Processor time by then.</param>
internal sealed record ColdStart(double Loaded, double Health, double Page, double Processor)
{
    public static async Task<ColdStart> RunAsync(string program, IEnumerable<KeyValuePair<string, string?>> settings, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await using var host = await FunctionsHost.StartAsync(program, settings, cancellationToken);
        var loaded = clock.Elapsed.TotalSeconds;
        using var client = host.Client();
        var health = await AskAsync(client, "/health", clock, cancellationToken);
        var page = await AskAsync(client, "/", clock, cancellationToken);
        return new(loaded, health, page, ProcessorTime.Of(host.ProcessId) / 1_000_000);
    }

    private static async Task<double> AskAsync(HttpClient client, string path, Stopwatch clock, CancellationToken cancellationToken)
    {
        using var answer = await client.GetAsync(path, cancellationToken);
        if (!answer.IsSuccessStatusCode) throw new BenchmarkFailure($"{path} answered {answer.StatusCode}.");
        return clock.Elapsed.TotalSeconds;
    }
}
