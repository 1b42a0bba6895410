using System.Diagnostics.Metrics;
using Distribution.Platform.Telemetry;

namespace Distribution.Platform.Jobs;

/// <summary>Counts the runs of timed jobs, by job and by whether they succeeded.</summary>
public sealed class JobMetrics(IMeterFactory meters)
{
    private readonly Counter<long> runs = meters.Create(TelemetryName.Value).CreateCounter<long>(
        "distribution.job.runs", "{run}", "Runs of timed jobs, by job and result.");

    public void Add(string job, bool succeeded) =>
        runs.Add(1, new("job", job), new("result", succeeded ? "succeeded" : "failed"));
}
