using System.Diagnostics.Metrics;
using System.Globalization;

/// <summary>
/// Runs inside the server under test (<c>DOTNET_STARTUP_HOOKS</c>): counts what its storage pipeline measures and keeps the sum in a file,
/// so that the server itself stays as it is.
/// </summary>
internal static class StartupHook
{
    public const string FileVariable = "BENCHMARK_OPERATIONS_FILE";

    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);

    private static readonly MeterListener Listener = new();
    private static long operations;
    private static Timer? timer;

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is not { Length: > 0 } file) return;
        Listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "Distribution", Name: "distribution.storage.operations" }) listener.EnableMeasurementEvents(instrument);
        };
        Listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref operations, count));
        Listener.Start();
        timer = new Timer(_ => File.WriteAllText(file, Interlocked.Read(ref operations).ToString(CultureInfo.InvariantCulture)), null, Often, Often);
    }
}
