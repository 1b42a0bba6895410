using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Sending;
using Distribution.Dispatches.Steering;
using Distribution.Operations.Retention;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Platform.Telemetry;
using Distribution.Readers.Unsubscribe;
using Distribution.Testing;
using Distribution.Testing.Smtp;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace Distribution.Tests.Platform.Telemetry;

public sealed partial class TelemetryTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dispatch_is_measured_by_mails_batches_and_its_end()
    {
        await using var desk = await OpenAsync();
        using var mails = Collect<long>(desk, "distribution.mails");
        using var batches = Collect<long>(desk, "distribution.batches");
        using var active = Collect<long>(desk, "distribution.batches.active");
        using var dispatches = Collect<long>(desk, "distribution.dispatches");
        using var waits = Collect<double>(desk, "distribution.batch.wait");
        using var runs = Collect<double>(desk, "distribution.batch.duration");
        using var answers = Collect<double>(desk, "distribution.smtp.duration");
        using var delays = Collect<double>(desk, "distribution.release.delay");
        using var jobs = Collect<long>(desk, "distribution.job.runs");

        await desk.ScheduleAsync(["press"], Cancellation);
        desk.Clock.Advance(TimeSpan.FromSeconds(7));
        await desk.RunTimerAsync(Cancellation);
        desk.Clock.Advance(TimeSpan.FromSeconds(90));
        await desk.RunQueuesAsync(Cancellation);

        Assert.Equal(["accepted", "refused"], Tags(mails, "outcome").Order());
        Assert.Equal(["planned", "done"], Tags(batches, "state"));
        Assert.Equal(["sending", "finished"], Tags(dispatches, "state"));
        Assert.Equal([1, -1], active.GetMeasurementSnapshot().Select(made => made.Value));
        Assert.Equal(90, Assert.Single(waits.GetMeasurementSnapshot()).Value);
        Assert.Single(runs.GetMeasurementSnapshot());
        Assert.Equal(2, answers.GetMeasurementSnapshot().Count);
        Assert.Equal(7, Assert.Single(delays.GetMeasurementSnapshot()).Value);
        Assert.Equal([DispatchDueReleases.Name, ContinueDispatches.Name, WakeJobs.Name], Tags(jobs, "job"));
        Assert.All(Tags(jobs, "result"), result => Assert.Equal("succeeded", result));
    }

    [Fact]
    public async Task A_run_that_failed_is_counted_as_failed()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        using var jobs = Collect<long>(desk, "distribution.job.runs");

        await Assert.ThrowsAsync<TimeoutException>(() =>
            desk.Get<JobRuns>().RecordAsync("digests", () => throw new TimeoutException(), Cancellation));

        Assert.Equal(["failed"], Tags(jobs, "result"));
    }

    [Fact]
    public async Task A_dispatch_is_traced_from_start_to_finish_without_an_address()
    {
        ConcurrentQueue<Activity> ended = new();
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == TelemetryName.Value,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var desk = await OpenAsync();

        var release = await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunAsync(Cancellation);

        var spans = ended.Where(
            span => ((string?)span.GetTagItem("distribution.dispatch"))!.StartsWith(release.Id, StringComparison.Ordinal)).ToList();
        Assert.Equal(
            ["plan dispatch", "start dispatch", "send group", "send batch", "finish dispatch"], spans.Select(span => span.OperationName));
        var batch = spans.Single(span => span.OperationName == "send batch");
        Assert.Equal(
            ("done", 1, 0),
            (batch.GetTagItem("distribution.end"), batch.GetTagItem("distribution.accepted"), batch.GetTagItem("distribution.open")));
        Assert.Equal(batch.SpanId, spans.Single(span => span.OperationName == "send group").ParentSpanId);
        Assert.DoesNotContain(spans.SelectMany(span => span.TagObjects), tag => $"{tag.Value}".Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_run_says_in_one_line_what_it_has_done()
    {
        await using var desk = await OpenAsync();
        FakeLogger<SendBatch> log = new();
        SendBatch sendBatch = new(
            desk.Get<SendingDispatches>(),
            desk.Get<BatchStore>(),
            desk.Get<SendGroups>(),
            desk.Get<FinishDispatch>(),
            desk.Get<BatchGate>(),
            desk.Get<DispatchMetrics>(), desk.Get<IOptions<DispatchOptions>>(), desk.Clock, log);
        await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunTimerAsync(Cancellation);

        await sendBatch.RunAsync(Assert.Single(await desk.TakeBatchMessagesAsync(Cancellation)), Cancellation);

        var line = Assert.Single(log.Collector.GetSnapshot());
        var expected = new[] { ("End", "done"), ("Accepted", "1"), ("Deferred", "0"), ("Refused", "1"), ("Uncertain", "0"), ("Open", "0"),
            ("Recipients", "2"), ("Seconds", "0") };
        Assert.All(expected, field => Assert.Equal(field.Item2, line.GetStructuredStateValue(field.Item1)));
        Assert.EndsWith("/1", line.GetStructuredStateValue("Connection"), StringComparison.Ordinal);
        Assert.DoesNotContain("@", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_instrument_is_described_with_its_name()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        var (scope, names) = (desk.Get<IMeterFactory>(), new List<string>());
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == TelemetryName.Value && instrument.Meter.Scope == scope) names.Add(instrument.Name);
        };
        desk.Get<DispatchMetrics>();
        desk.Get<JobMetrics>();
        desk.Get<StorageMetrics>();
        desk.Get<RetentionMetrics>();
        desk.Get<UnsubscribeMetrics>();
        listener.Start();

        var described = Row().Matches(Repository.Read("docs/operations/telemetry.md")).Select(match => match.Groups[1].Value);
        Assert.Equal(names.Order(), described.Order());
    }

    [Fact]
    public void Every_alert_is_described_and_reads_metrics_that_exist()
    {
        var (template, page) = (Repository.Read("infra/alerts.bicep"), Repository.Read("docs/operations/telemetry.md"));
        var alerts = AlertId().Matches(template).Select(match => match.Groups[1].Value).Append("storage-away");
        Assert.Equal(alerts.Order(), AlertRow().Matches(page).Select(match => match.Groups[1].Value).Order());
        var metrics = Row().Matches(page).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.All(AlertMetric().Matches(template), match => Assert.Contains(match.Groups[1].Value, metrics));
    }

    private async Task<DispatchHost> OpenAsync()
    {
        var desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        await desk.AddListAsync("press", Cancellation);
        await desk.SubscribeAsync("press", "rosa@example.org", Cancellation);
        await desk.SubscribeAsync("press", "gone@example.org", Cancellation);
        desk.Relay.On(
            SmtpStep.Recipient,
            exchange => exchange.Recipient == "gone@example.org" ? SmtpAnswer.Say(550, "5.1.1 no such user") : null);
        return desk;
    }

    private static MetricCollector<T> Collect<T>(DispatchHost desk, string name)
        where T : struct => new(desk.Get<IMeterFactory>(), TelemetryName.Value, name);

    private static IEnumerable<string?> Tags(MetricCollector<long> collector, string tag) =>
        collector.GetMeasurementSnapshot().Select(made => (string?)made.Tags[tag]);

    [GeneratedRegex(@"^\| `(distribution\.[a-z.]+)` \| (?:counter|histogram|up-down)", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^    id: '([a-z-]+)'$", RegexOptions.Multiline)]
    private static partial Regex AlertId();

    [GeneratedRegex(@"^\| `([a-z]+-?[a-z]+)` \| (?!counter|histogram|up-down)", RegexOptions.Multiline)]
    private static partial Regex AlertRow();

    [GeneratedRegex(@"name == ""(distribution[a-z.]+)""")]
    private static partial Regex AlertMetric();
}
