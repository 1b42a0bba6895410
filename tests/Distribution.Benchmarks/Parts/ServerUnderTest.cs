using System.Globalization;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;
using Distribution.Releases.Drafts;
using Distribution.Testing.Servers;

namespace Distribution.Benchmarks.Parts;

/// <summary>The real server as a process of its own, and what it costs the machine (Linux: <c>/proc</c>).</summary>
internal sealed class ServerUnderTest : IAsyncDisposable
{
    /// <summary>The slowest machine has sent 200,000 mails by then.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>How much of what the server has said is shown when something went wrong.</summary>
    private const int MostOutput = 10_000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly PressRoom room;
    private readonly ServerFolder folder = new();
    private readonly ServerProcess process;
    private readonly string operationsFile;

    private ServerUnderTest(PressRoom room, params IEnumerable<(string Key, string? Value)> settings)
    {
        this.room = room;
        operationsFile = Path.Combine(folder.Path, "operations");
        Dictionary<string, string?> all = new(room.Settings)
        {
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Security"] = "None",
            ["Mail:Recipients"] = "*",
            ["Mail:MessagesPerConnection"] = "0",
            ["DispatchSchedule"] = "0/5 * * * * *",
            ["SendingSchedule"] = "0/5 * * * * *",
            ["JobSchedule"] = "0/5 * * * * *",
            ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
            [StartupHook.FileVariable] = operationsFile,
        };
        foreach (var (key, value) in settings) all[key] = value;
        process = folder.Start(all, "--urls", "http://127.0.0.1:0");
    }

    public double PeakMegabytes => Status("VmHWM") / 1024;

    public static async Task<ServerUnderTest> StartAsync(
        PressRoom room, CancellationToken cancellationToken, params IEnumerable<(string Key, string? Value)> settings)
    {
        ServerUnderTest server = new(room, settings);
        if (await server.process.WaitForLineAsync("http://", cancellationToken) is not null) return server;
        var (_, error) = await server.process.WaitForEndAsync(cancellationToken);
        throw new BenchmarkFailure($"The server did not start: {error}");
    }

    /// <summary>Has a release sent from the first to the last, and tells what that took.</summary>
    public async Task<DispatchCost> SendAsync(IReadOnlyList<string> lists, string body, CancellationToken cancellationToken)
    {
        await Task.Delay(Look, TimeProvider.System, cancellationToken);
        var (processor, operations) = (ProcessorTime.Of(process.Id), Operations());
        var release = await room.ScheduleAsync(lists, body, cancellationToken);
        var dispatch = await FinishedAsync(release, cancellationToken);
        await Task.Delay(Look, TimeProvider.System, cancellationToken);
        var accepted = dispatch.Outcomes.GetValueOrDefault(OutcomeState.Accepted);
        if (accepted != dispatch.Planned) throw new BenchmarkFailure($"Only {accepted} of {dispatch.Planned} mails were accepted.");
        DispatchCost cost = new(accepted, default, ProcessorTime.Of(process.Id) - processor, Operations() - operations);
        return cost with { Time = await room.LastOutcomeAsync(dispatch, cancellationToken) - dispatch.SealedAt!.Value };
    }

    public async ValueTask DisposeAsync()
    {
        await process.SignalAsync("TERM", CancellationToken.None);
        await process.WaitForEndAsync(CancellationToken.None);
        await process.DisposeAsync();
        await folder.DisposeAsync();
    }

    private async Task<Dispatch> FinishedAsync(Release release, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < Longest)
        {
            var dispatch = await room.FindDispatchAsync(release, cancellationToken);
            if (dispatch is { State: DispatchState.Finished }) return dispatch;
            if (dispatch is { State: DispatchState.Stopped }) throw new BenchmarkFailure($"The dispatch stopped: {dispatch.StopReason}");
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        }

        throw new BenchmarkFailure(
            $"The dispatch does not end. The server says:\n{process.Output[Math.Max(0, process.Output.Length - MostOutput)..]}");
    }

    private long Operations() =>
        File.Exists(operationsFile) ? long.Parse(File.ReadAllText(operationsFile), CultureInfo.InvariantCulture) : 0;

    private double Status(string name) => File.ReadLines($"/proc/{process.Id}/status")
        .Where(line => line.StartsWith($"{name}:", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Trim(), CultureInfo.InvariantCulture))
        .Single();
}
