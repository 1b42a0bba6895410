namespace Distribution.Platform.Telemetry;

/// <summary>The one name under which the program measures and traces: that of its meter and of its activity source.</summary>
public static class TelemetryName
{
    public const string Value = "Distribution";
}
