using System.Text.Json;
using Distribution.Benchmarks.Measures;
using Spectre.Console;

namespace Distribution.Benchmarks;

/// <summary>Runs the measures that are wanted, one after the other, and prints what came out.</summary>
internal sealed class DispatchBenchmark(DispatchArguments arguments)
{
    private readonly Table table = new Table().AddColumns("measure", "value", "goal", "met");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await RunSpeedAsync(cancellationToken);
        if (arguments.Wants("relay")) Print(await SlowRelayMeasure.RunAsync(cancellationToken));
        if (arguments.Wants("plan")) Print(await PlanMeasure.RunAsync(cancellationToken));
        AnsiConsole.Write(table);
    }

    private async Task RunSpeedAsync(CancellationToken cancellationToken)
    {
        if (!arguments.Wants("speed") && !arguments.Wants("peer") && !arguments.Wants("dkim") && !arguments.Wants("growth")) return;
        SpeedMeasure measure = new(arguments.Recipients, arguments.Connections);
        var speed = await measure.RunAsync(cancellationToken);
        Print(speed.Lines());
        if (arguments.JsonFile is { } file) await File.WriteAllTextAsync(file, JsonSerializer.Serialize(speed, Json), cancellationToken);
        if (arguments.Wants("peer")) Print(await measure.PeerAsync(speed, cancellationToken));
        if (arguments.Wants("dkim")) Print(await measure.SignedAsync(cancellationToken));
        if (arguments.Wants("growth")) Print(await measure.GrowthAsync(speed, cancellationToken));
    }

    private void Print(IEnumerable<Measured> lines)
    {
        foreach (var line in lines)
        {
            AnsiConsole.WriteLine($"{line.What}: {line.Value} {line.Goal}");
            table.AddRow(line.What, line.Value, line.Goal, line.Goal.Length == 0 ? "" : line.IsMet ? "yes" : "NO");
        }
    }

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };
}
