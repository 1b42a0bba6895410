using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Distribution.Benchmarks.Parts;

/// <summary>An SMTP server that takes its time for the answer to each mail, as a relay far away does.</summary>
internal sealed class SlowRelay : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly TimeSpan delay;
    private readonly Task accepting;

    private SlowRelay(TimeSpan delay)
    {
        this.delay = delay;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public static SlowRelay Start(TimeSpan delay) => new(delay);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!closing.IsCancellationRequested) _ = ServeAsync(await listener.AcceptSocketAsync(closing.Token));
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            socket.NoDelay = true;
            await using NetworkStream stream = new(socket, ownsSocket: true);
            using StreamReader lines = new(stream, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, bufferSize: 16 * 1024);
            await SayAsync(stream, "220 slow ESMTP");
            while (await lines.ReadLineAsync(closing.Token) is { } line) await AnswerAsync(stream, lines, line);
        }
        catch (Exception end) when (end is IOException or OperationCanceledException)
        {
            // The client has hung up, or the benchmark is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream, StreamReader lines, string line)
    {
        switch (line.Split(' ')[0].ToUpperInvariant())
        {
            case "EHLO":
                await SayAsync(stream, "250-slow\r\n250-PIPELINING\r\n250 8BITMIME");
                break;
            case "DATA":
                await SayAsync(stream, "354 go on");
                while (await lines.ReadLineAsync(closing.Token) is not (null or ".")) { }
                await Task.Delay(delay, TimeProvider.System, closing.Token);
                await SayAsync(stream, "250 2.0.0 taken");
                break;
            default:
                await SayAsync(stream, line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 2.0.0 ok");
                break;
        }
    }

    private async Task SayAsync(NetworkStream stream, string words) =>
        await stream.WriteAsync(Encoding.Latin1.GetBytes(words + "\r\n"), closing.Token);
}
