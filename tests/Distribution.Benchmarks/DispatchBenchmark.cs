using System.Text.Json;
using Distribution.Benchmarks.Measures;

namespace Distribution.Benchmarks;

/// <summary>Runs the measures that are wanted, one after the other, and prints what came out.</summary>
internal sealed class DispatchBenchmark(DispatchArguments arguments)
{
    private readonly MeasuredTable table = new();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await RunSpeedAsync(cancellationToken);
        if (arguments.Wants("signature")) table.Add([await SignatureMeasure.RunAsync(cancellationToken)]);
        if (arguments.Wants("relay")) table.Add(await SlowRelayMeasure.RunAsync(cancellationToken));
        if (arguments.Wants("due")) table.Add(await DueMeasure.RunAsync(cancellationToken));
        if (arguments.Wants("plan")) table.Add(await PlanMeasure.RunAsync(cancellationToken));
        table.Write();
    }

    private async Task RunSpeedAsync(CancellationToken cancellationToken)
    {
        if (!arguments.Wants("speed") && !arguments.Wants("peer") && !arguments.Wants("dkim") && !arguments.Wants("growth")) return;
        SpeedMeasure measure = new(arguments.Recipients, arguments.Connections);
        var speed = await measure.RunAsync(cancellationToken);
        table.Add(speed.Lines());
        if (arguments.JsonFile is { } file) await File.WriteAllTextAsync(file, JsonSerializer.Serialize(speed, Json), cancellationToken);
        if (arguments.Wants("peer")) table.Add(await measure.PeerAsync(speed, cancellationToken));
        if (arguments.Wants("dkim")) table.Add(await measure.SignedAsync(cancellationToken));
        if (arguments.Wants("growth")) table.Add(await measure.GrowthAsync(speed, cancellationToken));
    }

    private static readonly JsonSerializerOptions Json =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };
}
