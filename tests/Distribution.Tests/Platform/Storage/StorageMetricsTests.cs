using System.Diagnostics.Metrics;
using Distribution.Platform.Storage;
using Distribution.Platform.Telemetry;
using Distribution.Publisher.Offices;
using Distribution.Testing;
using Distribution.Testing.Faults;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Distribution.Tests.Platform.Storage;

public sealed class StorageMetricsTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_is_counted_as_the_storage_sees_it()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Cancellation);
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation, proxy.Setting);
        await desk.AddListAsync("press", Cancellation);
        await desk.SubscribeAsync("press", "r@example.org", Cancellation);
        await desk.ScheduleAsync(["press"], Cancellation);
        using var operations = Collect(desk);
        proxy.CountAnew();

        await desk.RunAsync(Cancellation);

        // On a busy machine a connection may break before the storage hears of a request.
        Assert.Equal(proxy.Counts.Values.Sum(), operations.GetMeasurementSnapshot().Count(made => (string?)made.Tags["status"] != "none"));
        Assert.Equal(
            proxy.Counts[$"PATCH {Tables.Batches}"], operations.GetMeasurementSnapshot().Count(made => Is(made, "table", "merge", "2xx")));
    }

    [Fact]
    public async Task A_request_that_is_made_again_counts_again()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Cancellation);
        await using var desk = await DispatchHost.OpenAsync(azurite, Cancellation, proxy.Setting);
        using var operations = Collect(desk);
        proxy.On(StorageRequest.Is("GET", Tables.Offices), StorageFault.Refuse(503));
        proxy.On(StorageRequest.Is("GET", Tables.Offices), StorageFault.Cut);

        await desk.Get<OfficeStore>().FindAsync(DispatchHost.Office, Cancellation);

        Assert.Equal(["5xx", "none", "2xx"], operations.GetMeasurementSnapshot().Select(made => made.Tags["status"]));
    }

    private static MetricCollector<long> Collect(DispatchHost desk) =>
        new(desk.Get<IMeterFactory>(), TelemetryName.Value, "distribution.storage.operations");

    private static bool Is(CollectedMeasurement<long> made, string service, string operation, string status) =>
        (string?)made.Tags["service"] == service && (string?)made.Tags["operation"] == operation && (string?)made.Tags["status"] == status;
}
