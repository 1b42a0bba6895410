using System.Diagnostics;
using System.Globalization;

namespace Distribution.Server.Embedded;

/// <summary>The file in which a keeper leaves the number of its program's process for as long as that runs.</summary>
internal static class PidFile
{
    private static readonly TimeSpan ClockError = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Answers whether the program of an earlier server has ended within <paramref name="patience"/>.</summary>
    public static async Task<bool> WaitForEndAsync(string file, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (IsAlive(file))
        {
            if (time.GetElapsedTime(start) > patience)
                return false;
            await Task.Delay(Pause, time, cancellationToken);
        }
        return true;
    }

    private static bool IsAlive(string file)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture));
            // A process that is younger than the file has only inherited the number, after a restart of the machine.
            return process.StartTime.ToUniversalTime() <= File.GetLastWriteTimeUtc(file) + ClockError;
        }
        catch (Exception failure) when (failure is IOException or FormatException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
