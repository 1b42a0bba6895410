using Distribution.Server.Embedded;

namespace Distribution.Benchmarks.Parts;

/// <summary>An Azurite of its own, in memory: the disk of the machine is not what is measured.</summary>
internal sealed class BenchmarkStorage : IAsyncDisposable
{
    private readonly EmbeddedStorage running;

    private BenchmarkStorage(EmbeddedStorage running) => this.running = running;

    public string ConnectionString => running.Endpoints.ConnectionString;

    public static async Task<BenchmarkStorage> StartAsync(CancellationToken cancellationToken)
    {
        var folder = EmbeddedFolder.Open(configured: null);
        var node = await NodeProgram.FindAsync(cancellationToken);
        var modules = await new NodePackages(node, folder, TimeProvider.System).InstallAsync(cancellationToken);
        var pidFile = Path.Combine(folder, $"azurite.benchmark.{Environment.ProcessId}.pid");
        return new(await EmbeddedStorage.StartAsync(node, modules, pidFile, data: null, AzuriteEndpoints.Any, cancellationToken));
    }

    public ValueTask DisposeAsync() => running.DisposeAsync();
}
