using System.Diagnostics;
using Distribution.Server.Embedded;

namespace Distribution.Benchmarks.Parts;

/// <summary>Postfix's <c>smtp-sink</c>: takes every mail and throws it away, as fast as a server can.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly Process process;

    private SmtpSink(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public static async Task<SmtpSink> StartAsync(CancellationToken cancellationToken)
    {
        var port = LoopbackPort.AnyFree();
        // As root it wants somebody else to be.
        string[] user = Environment.UserName == "root" ? ["-u", "nobody"] : [];
        var process = Process.Start(new ProcessStartInfo(PostfixTool.Find("smtp-sink"), [.. user, $"127.0.0.1:{port}", "1000"]))!;
        SmtpSink sink = new(process, port);
        while (LoopbackPort.IsFree(port))
        {
            if (process.HasExited) throw new BenchmarkFailure("smtp-sink ended at once; what it said stands above.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }

        return sink;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }
}
