using System.Diagnostics;
using System.Threading.Channels;

namespace Distribution.Server.Embedded;

/// <summary>
/// A program that outlives neither a graceful stop of this process nor its killing: a keeper runs it in a session
/// of its own, out of reach of the terminal's Ctrl+C, and ends it when the pipe from this process ends.
/// </summary>
internal sealed class KeptProcess : IAsyncDisposable
{
    private readonly Process keeper;
    private readonly Channel<string> lines = Channel.CreateBounded<string>(
        new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest });

    private KeptProcess(Process keeper)
    {
        this.keeper = keeper;
        Ended = ReadAsync();
    }

    /// <summary>Ends with the exit code once the program and its keeper are gone.</summary>
    public Task<int> Ended { get; }

    public static KeptProcess Start(NodeProgram node, string pidFile, string folder, params IEnumerable<string> command) =>
        new(Process.Start(new ProcessStartInfo(node.Node, [EmbeddedFile.Path("keeper.mjs"), pidFile, .. command])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);

    /// <summary>The next line of output, or null when the program has ended.</summary>
    public async Task<string?> NextLineAsync(CancellationToken cancellationToken) =>
        await lines.Reader.WaitToReadAsync(cancellationToken) ? await lines.Reader.ReadAsync(cancellationToken) : null;

    public async ValueTask DisposeAsync()
    {
        keeper.StandardInput.Close();
        await Ended;
        keeper.Dispose();
    }

    private async Task<int> ReadAsync()
    {
        await Task.WhenAll(ReadAsync(keeper.StandardOutput), ReadAsync(keeper.StandardError));
        await keeper.WaitForExitAsync();
        lines.Writer.Complete();
        return keeper.ExitCode;
    }

    private async Task ReadAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
            lines.Writer.TryWrite(line);
    }
}
