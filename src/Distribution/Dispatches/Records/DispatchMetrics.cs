using System.Diagnostics.Metrics;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Telemetry;

namespace Distribution.Dispatches.Records;

/// <summary>Measurements of planners and senders, by the names and units of OpenTelemetry. It reads no storage.</summary>
public sealed class DispatchMetrics
{
    private static readonly string[] Outcomes = [.. Enum.GetNames<OutcomeState>().Select(state => state.ToLowerInvariant())];

    private readonly Counter<long> mails;
    private readonly Histogram<double> answers;
    private readonly Counter<long> dispatches;
    private readonly Counter<long> batches;
    private readonly UpDownCounter<long> active;
    private readonly Histogram<double> waits;
    private readonly Histogram<double> runs;
    private readonly Histogram<double> delays;

    public DispatchMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(TelemetryName.Value);
        mails = meter.CreateCounter<long>("distribution.mails", "{mail}", "Mails by outcome of the attempt.");
        answers = meter.CreateHistogram<double>("distribution.smtp.duration", "s", "Time from a mail's first byte to the server's answer.");
        dispatches = meter.CreateCounter<long>("distribution.dispatches", "{dispatch}", "Dispatches by the state that they have come to.");
        batches = meter.CreateCounter<long>("distribution.batches", "{batch}", "Batches by the state that they have come to.");
        active = meter.CreateUpDownCounter<long>(
            "distribution.batches.active", "{batch}", "Batches in hand, those that wait for a connection included.");
        waits = meter.CreateHistogram<double>("distribution.batch.wait", "s", "Time from when a batch was due to when a run took it.");
        runs = meter.CreateHistogram<double>("distribution.batch.duration", "s", "Time that a run had a batch in hand.");
        delays = meter.CreateHistogram<double>("distribution.release.delay", "s", "Time from a release's send time to its dispatch.");
    }

    public void Add(OutcomeState outcome, TimeSpan duration)
    {
        mails.Add(1, KeyValuePair.Create("outcome", (object?)Outcomes[(int)outcome]));
        answers.Record(duration.TotalSeconds);
    }

    public void AddDispatch(DispatchState state, DispatchKind kind) =>
        dispatches.Add(1, new("state", state.ToString().ToLowerInvariant()), new("kind", kind.ToString().ToLowerInvariant()));

    /// <param name="delay">From the send time to now.</param>
    public void AddStart(TimeSpan delay) => delays.Record(Math.Max(0, delay.TotalSeconds));

    public void AddPlanned(int count) => batches.Add(count, KeyValuePair.Create("state", (object?)"planned"));

    public void Begin() => active.Add(1);

    /// <param name="end">The state in which the run left the batch: <c>done</c>, <c>returned</c> or <c>lost</c>.</param>
    /// <param name="waited">From when the batch was due to when it was taken; null when it was not.</param>
    /// <param name="duration">How long the run lasted.</param>
    public void End(string end, TimeSpan? waited, TimeSpan duration)
    {
        active.Add(-1);
        batches.Add(1, KeyValuePair.Create("state", (object?)end));
        runs.Record(duration.TotalSeconds);
        if (waited is { } wait) waits.Record(Math.Max(0, wait.TotalSeconds));
    }
}
