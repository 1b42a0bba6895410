using System.Diagnostics.Metrics;
using Distribution.Telemetry;

namespace Distribution.Dispatches;

/// <summary>What senders measure, by the names and units of OpenTelemetry.</summary>
public sealed class DispatchMetrics
{
    private readonly Counter<long> mails;
    private readonly Histogram<double> answers;

    public DispatchMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(TelemetryName.Value);
        mails = meter.CreateCounter<long>("distribution.mails", "{mail}", "Mails by outcome of the attempt.");
        answers = meter.CreateHistogram<double>("distribution.smtp.duration", "s", "Time from a mail's first byte to the server's answer.");
    }

    public void Add(OutcomeState outcome, TimeSpan duration)
    {
        mails.Add(1, KeyValuePair.Create("outcome", (object?)outcome.ToString().ToLowerInvariant()));
        answers.Record(duration.TotalSeconds);
    }
}
