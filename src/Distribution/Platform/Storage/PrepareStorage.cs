namespace Distribution.Platform.Storage;

/// <summary>Creates the missing tables, queues and containers; idempotent, also on several instances at once.</summary>
public sealed class PrepareStorage(Tables tables, Queues queues, Blobs blobs)
{
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(
    [
        .. Tables.All.Select(table => tables[table].CreateIfNotExistsAsync(cancellationToken)),
        .. Queues.All.Select(queue => queues[queue].CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
        .. Blobs.All.Select(container => blobs[container].CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
    ]);
}
