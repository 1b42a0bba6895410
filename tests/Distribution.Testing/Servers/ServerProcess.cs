using System.Diagnostics;
using System.Text;
using System.Threading.Channels;

namespace Distribution.Testing.Servers;

/// <summary>The real server as a process in a session of its own, so that a test can do to it what a terminal does.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly StringBuilder output = new();
    private readonly Task reading;
    private readonly Task<string> errors;

    private ServerProcess(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
        reading = ReadAsync();
    }

    public int Id => process.Id;

    /// <summary>Everything said on standard output so far.</summary>
    public string Output => output.ToString();

    public static ServerProcess Start(IEnumerable<KeyValuePair<string, string?>> settings, params IEnumerable<string> arguments) =>
        StartProgram(Path.Combine(AppContext.BaseDirectory, "Distribution.Server.dll"), settings, arguments);

    /// <summary>Another program in the server's place, such as the Functions head.</summary>
    public static ServerProcess StartProgram(string program, IEnumerable<KeyValuePair<string, string?>> settings, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("setsid", ["dotnet", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Waits for a line that contains the text; answers null when the server ended without it.</summary>
    public async Task<string?> WaitForLineAsync(string text, CancellationToken cancellationToken)
    {
        await foreach (var line in lines.Reader.ReadAllAsync(cancellationToken))
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        return null;
    }

    /// <summary>Sends the signal to the server and to whatever is in its terminal's foreground with it.</summary>
    public async Task SignalAsync(string signal, CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-s", signal, "--", $"-{process.Id}"]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    public void Kill() => process.Kill();

    public async Task<(int Code, string Error)> WaitForEndAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        await reading;
        return (process.ExitCode, await errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            output.AppendLine(line);
            lines.Writer.TryWrite(line);
        }
        lines.Writer.Complete();
    }
}
