using System.Diagnostics;
using Distribution.Server.Embedded;

namespace Distribution.Testing.Servers;

/// <summary>A data folder for one server, deleted at the end, that shares the installed packages.</summary>
public sealed class ServerFolder : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("distribution-");

    public ServerFolder() =>
        Directory.CreateSymbolicLink(
            System.IO.Path.Combine(folder.FullName, "packages"), System.IO.Path.Combine(EmbeddedFolder.Open(configured: null), "packages"));

    public string Path => folder.FullName;

    public ServerProcess Start(IEnumerable<KeyValuePair<string, string?>> settings, params IEnumerable<string> arguments) =>
        ServerProcess.Start(settings.Prepend(new("Embedded:Directory", Path)), arguments);

    /// <summary>Waits until no process works on this folder any more; the test's own time limit ends a vain wait.</summary>
    public async Task WaitForNoProcessAsync(CancellationToken cancellationToken)
    {
        while (Processes().Any())
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
    }

    /// <summary>The numbers of the processes that were started for this folder.</summary>
    public IEnumerable<int> Processes() =>
        Process.GetProcesses().Select(process => process.Id)
            .Where(id => CommandLine(id).Contains(folder.FullName, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await WaitForNoProcessAsync(patience.Token);
        folder.Delete(recursive: true);
    }

    private static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
