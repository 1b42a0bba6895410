using System.Diagnostics.Metrics;
using Distribution.Platform.Telemetry;

namespace Distribution.Operations.Retention;

/// <summary>Counts what the nightly timer deletes, by kind.</summary>
public sealed class RetentionMetrics(IMeterFactory meters)
{
    private readonly Counter<long> deletions = meters.Create(TelemetryName.Value).CreateCounter<long>(
        "distribution.deletions", "{item}", "Things that had served their time and were deleted, by kind.");

    public void Add(string kind, int count) => deletions.Add(count, KeyValuePair.Create("kind", (object?)kind));
}
