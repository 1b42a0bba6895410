using System.Diagnostics.Metrics;
using Distribution.Platform.Telemetry;

namespace Distribution.Readers.Unsubscribe;

/// <summary>Counts the mails that were read, by what came of them.</summary>
public sealed class UnsubscribeMetrics(IMeterFactory meters)
{
    private readonly Counter<long> mails = meters.Create(TelemetryName.Value).CreateCounter<long>(
        "distribution.unsubscribe.mails", "{mail}", "Mails read in the unsubscribe mailbox, by result.");

    public void Add(string result, int count)
    {
        if (count > 0) mails.Add(count, KeyValuePair.Create("result", (object?)result));
    }
}
