using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Distribution.Platform.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Distribution.Web.Platform.Telemetry;

/// <summary>Traces, metrics and logs by OpenTelemetry, exported to wherever its usual settings say.</summary>
internal static class TelemetryServices
{
    /// <summary>Where the Functions head's worker says what it runs.</summary>
    private const string Worker = "Microsoft.Azure.Functions.Worker";

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(TelemetryName.Value))
            .WithTracing(
                traces => traces.AddSource(TelemetryName.Value, Worker).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter(TelemetryName.Value).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .WithLogging();
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 }) telemetry.UseOtlpExporter();
        if (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 } insights)
            telemetry.ExportTo(insights, Identity(configuration));
    }

    private static void ExportTo(this OpenTelemetryBuilder telemetry, string insights, TokenCredential? identity) => telemetry
        .WithTracing(traces => traces.AddAzureMonitorTraceExporter(options => options.ConnectionString = insights, identity))
        .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(options => options.ConnectionString = insights, identity))
        .WithLogging(logs => logs.AddAzureMonitorLogExporter(options => options.ConnectionString = insights, identity));

    /// <summary>The platform says by this setting that telemetry is taken from the app's identity only.</summary>
    private static DefaultAzureCredential? Identity(IConfiguration configuration) =>
        configuration["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] is { Length: > 0 } ? new() : null;
}
