using System.Text.RegularExpressions;

namespace Distribution.Server.Embedded;

/// <summary>A running Azurite: tables, queues and blobs on the loopback interface.</summary>
internal sealed partial class EmbeddedStorage : IAsyncDisposable
{
    private readonly KeptProcess process;

    private EmbeddedStorage(KeptProcess process, AzuriteEndpoints endpoints)
    {
        this.process = process;
        Endpoints = endpoints;
    }

    public AzuriteEndpoints Endpoints { get; }

    /// <summary>Ends with the exit code once Azurite has ended.</summary>
    public Task<int> Ended => process.Ended;

    /// <summary>Starts Azurite; a port of 0 is any free one, and <paramref name="data"/> null keeps everything in memory.</summary>
    /// <param name="preload">A script that Node.js loads before it.</param>
    public static async Task<EmbeddedStorage> StartAsync(
        NodeProgram node,
        string modules,
        string pidFile,
        string? data,
        AzuriteEndpoints wanted,
        CancellationToken cancellationToken,
        string? preload = null)
    {
        var folder = Path.GetDirectoryName(pidFile)!;
        var process = KeptProcess.Start(node, pidFile, folder, Command(node, modules, data, wanted, preload));
        try
        {
            return new(process, await ReadEndpointsAsync(process, cancellationToken));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static IEnumerable<string> Command(NodeProgram node, string modules, string? data, AzuriteEndpoints wanted, string? preload) =>
    [
        node.Node,
        .. preload is null ? (string[])[] : ["--require", preload],
        Path.Combine(modules, "azurite", "dist", "src", "azurite.js"),
        .. data is null ? (string[])["--inMemoryPersistence"] : ["--location", data],
        "--blobPort", $"{wanted.Blob}", "--queuePort", $"{wanted.Queue}", "--tablePort", $"{wanted.Table}",
        // The SDKs are often ahead of Azurite by a version of the protocol that changes nothing we use.
        "--skipApiVersionCheck", "--silent", "--disableTelemetry",
    ];

    private static async Task<AzuriteEndpoints> ReadEndpointsAsync(KeptProcess process, CancellationToken cancellationToken)
    {
        var found = AzuriteEndpoints.Any;
        var last = "it said nothing";
        while (await process.NextLineAsync(cancellationToken) is { } line)
        {
            last = line;
            found = Note(found, Listening().Match(line));
            if (found is { Blob: > 0, Queue: > 0, Table: > 0 })
                return found;
        }
        throw new ServerFailure($"The embedded storage (Azurite) did not start ({last.TrimEnd('.')}): fix that, or set Storage:ConnectionString.");
    }

    private static AzuriteEndpoints Note(AzuriteEndpoints found, Match line) => line.Groups["service"].Value switch
    {
        "Blob" => found with { Blob = Port(line) },
        "Queue" => found with { Queue = Port(line) },
        "Table" => found with { Table = Port(line) },
        _ => found,
    };

    private static int Port(Match line) => int.Parse(line.Groups["port"].ValueSpan, provider: null);

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at http://127\.0\.0\.1:(?<port>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Listening();
}
