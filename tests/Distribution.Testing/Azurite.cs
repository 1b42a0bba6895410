using Distribution.Server.Embedded;
using Xunit;

namespace Distribution.Testing;

/// <summary>
/// A real Azurite for all tests of a process, in memory, on free ports. Tests keep apart by a <c>Storage:Prefix</c> of their own.
/// </summary>
public sealed class Azurite : IAsyncLifetime
{
    private EmbeddedStorage? running;

    public string ConnectionString => running!.Endpoints.ConnectionString;

    /// <summary>A prefix for tables, queues and containers that no other test has.</summary>
    public static string NewPrefix() => $"t{Guid.NewGuid():N}"[..12];

    public async ValueTask InitializeAsync()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var folder = EmbeddedFolder.Open(configured: null);
        var node = await NodeProgram.FindAsync(cancellationToken);
        var modules = await new NodePackages(node, folder, TimeProvider.System).InstallAsync(cancellationToken);
        var pidFile = Path.Combine(folder, $"azurite.test.{Environment.ProcessId}.pid");
        running = await EmbeddedStorage.StartAsync(node, modules, pidFile, data: null, AzuriteEndpoints.Any, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (running is not null)
            await running.DisposeAsync();
    }
}
