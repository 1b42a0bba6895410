using System.Globalization;

namespace Distribution.Benchmarks.Parts;

/// <summary>The processor time of a process so far (Linux: <c>/proc</c>).</summary>
internal static class ProcessorTime
{
    /// <summary>Length of a tick of <c>/proc/…/stat</c> (USER_HZ), in microseconds.</summary>
    private const double Tick = 10_000;

    /// <summary>User and kernel time, in microseconds (proc(5), fields 14 and 15 of stat).</summary>
    public static double Of(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) * Tick;
    }
}
