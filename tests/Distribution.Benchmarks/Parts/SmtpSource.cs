using System.Diagnostics;

namespace Distribution.Benchmarks.Parts;

/// <summary>Postfix's <c>smtp-source</c>: how fast mails can be sent on this machine by a program that does nothing else.</summary>
internal static class SmtpSource
{
    /// <summary>Mails per second over connections that stay open.</summary>
    public static async Task<double> RunAsync(int port, int mails, int bytes, int sessions, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(
            PostfixTool.Find("smtp-source"),
            [
                "-d",
                "-s",
                $"{sessions}",
                "-m",
                $"{mails}",
                "-l",
                $"{bytes}",
                "-f",
                "press@example.org",
                "-t",
                "reader@example.org",
                $"127.0.0.1:{port}"
            ]))!;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw new BenchmarkFailure($"smtp-source ended with {process.ExitCode}; what it said stands above.");
        return mails / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
