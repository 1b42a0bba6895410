using System.Diagnostics;

namespace Distribution.Platform.Telemetry;

/// <summary>The spans of a dispatch. They carry ids, numbers and kinds of failure, never an address, a name or an exception's text.</summary>
internal static class Tracing
{
    private static readonly ActivitySource Source = new(TelemetryName.Value);

    /// <summary>Begins a span about a dispatch; null, and free, where nobody listens.</summary>
    public static Activity? Start(string name, string dispatch) => Source.StartActivity(name)?.SetTag("distribution.dispatch", dispatch);

    /// <summary>For an exception filter: notes a failure that passes by.</summary>
    /// <returns>False, so that the exception is not caught.</returns>
    public static bool Passes(this Activity? span, Exception failure)
    {
        span?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
        return false;
    }
}
