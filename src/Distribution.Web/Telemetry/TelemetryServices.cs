using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Distribution.Web.Telemetry;

/// <summary>Traces, metrics and logs by OpenTelemetry, exported to wherever its usual settings say.</summary>
internal static class TelemetryServices
{
    /// <summary>Name of the program's own sources and meters.</summary>
    private const string Name = "Distribution";

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Name))
            .WithTracing(traces => traces.AddSource(Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter(Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .WithLogging();
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 }) telemetry.UseOtlpExporter();
        if (configuration["APPLICATIONINSIGHTS_CONNECTION_STRING"] is { Length: > 0 } insights) telemetry.ExportTo(insights);
    }

    private static void ExportTo(this OpenTelemetryBuilder telemetry, string insights) => telemetry
        .WithTracing(traces => traces.AddAzureMonitorTraceExporter(options => options.ConnectionString = insights))
        .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(options => options.ConnectionString = insights))
        .WithLogging(logs => logs.AddAzureMonitorLogExporter(options => options.ConnectionString = insights));
}
