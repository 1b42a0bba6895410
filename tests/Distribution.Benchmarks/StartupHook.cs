using System.Globalization;
using Distribution.Benchmarks.Parts;

/// <summary>
/// Runs inside the server under test (<c>DOTNET_STARTUP_HOOKS</c>): counts what its storage pipeline measures and keeps the sum in a file,
/// so that the server itself stays as it is.
/// </summary>
internal static class StartupHook
{
    public const string FileVariable = "BENCHMARK_OPERATIONS_FILE";

    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);

    private static readonly Lock Writing = new();

    private static StorageOperations? Operations;
    private static Timer? Writer;

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is not { Length: > 0 } file) return;
        Operations = new();
        Writer = new Timer(_ => Write(file, Operations.Count), null, Often, Often);
    }

    /// <summary>
    /// At once, so that no reader finds half a number; and one after the other, since a busy machine lets the timer's calls meet.
    /// </summary>
    private static void Write(string file, long count)
    {
        lock (Writing)
        {
            File.WriteAllText($"{file}.new", count.ToString(CultureInfo.InvariantCulture));
            File.Move($"{file}.new", file, overwrite: true);
        }
    }
}
