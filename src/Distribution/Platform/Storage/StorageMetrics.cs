using System.Diagnostics.Metrics;
using Distribution.Platform.Telemetry;

namespace Distribution.Platform.Storage;

/// <summary>Counts what is asked of the storage, which is billed by the request: each try counts, also one that is refused or has no answer.</summary>
public sealed class StorageMetrics(IMeterFactory meters)
{
    private readonly Counter<long> operations = meters.Create(TelemetryName.Value).CreateCounter<long>(
        "distribution.storage.operations", "{operation}", "Requests to the storage, by service, operation and class of the answer.");

    /// <param name="service">Which service was asked.</param>
    /// <param name="operation">The purpose of the request.</param>
    /// <param name="status">HTTP status of the answer, 0 when there was none.</param>
    internal void Add(string service, string operation, int status) => operations.Add(
        1, new("service", service), new("operation", operation), new("status", Class(status)));

    private static string Class(int status) => status switch
    {
        0 => "none",
        < 200 => "1xx",
        < 300 => "2xx",
        < 400 => "3xx",
        < 500 => "4xx",
        _ => "5xx",
    };
}
