using System.Collections.Concurrent;
using Distribution.Server.Embedded;
using Xunit;

namespace Distribution.Testing;

/// <summary>
/// Real Azurites for all tests of a process, one for each core, in memory, on free ports. Each starts when a test class that it serves first asks
/// for it. Tests keep apart by a <c>Storage:Prefix</c> of their own.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private const int Most = 4;

    private readonly Lazy<Task<EmbeddedStorage>>[] storages =
        [.. Enumerable.Range(0, Math.Clamp(Environment.ProcessorCount, 1, Most)).Select(number => new Lazy<Task<EmbeddedStorage>>(() => Task.Run(() => StartAsync(number))))];

    private readonly ConcurrentDictionary<string, int> classes = new();

    /// <summary>The same for all tests of a class and its fixtures.</summary>
    public string ConnectionString => Storage(TestContext.Current.TestClass?.UniqueID ?? "").Value.GetAwaiter().GetResult().Endpoints.ConnectionString;

    /// <summary>A prefix for tables, queues and containers that no other test has.</summary>
    public static string NewPrefix() => $"t{Guid.NewGuid():N}"[..12];

    public async ValueTask DisposeAsync()
    {
        foreach (var storage in storages.Where(storage => storage.IsValueCreated)) await (await storage.Value).DisposeAsync();
    }

    private Lazy<Task<EmbeddedStorage>> Storage(string testClass) => storages[classes.GetOrAdd(testClass, _ => classes.Count) % storages.Length];

    private static async Task<EmbeddedStorage> StartAsync(int number)
    {
        var folder = EmbeddedFolder.Open(configured: null);
        var node = await NodeProgram.FindAsync(CancellationToken.None);
        var modules = await new NodePackages(node, folder, TimeProvider.System).InstallAsync(CancellationToken.None);
        var pidFile = Path.Combine(folder, $"azurite.test.{Environment.ProcessId}.{number}.pid");
        var byName = Path.Combine(AppContext.BaseDirectory, "azurite-by-name.cjs");
        return await EmbeddedStorage.StartAsync(node, modules, pidFile, data: null, AzuriteEndpoints.Any, CancellationToken.None, byName);
    }
}
