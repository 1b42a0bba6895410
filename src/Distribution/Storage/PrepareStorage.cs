namespace Distribution.Storage;

/// <summary>Creates the tables and queues that are missing; harmless to repeat and to run on several instances at once.</summary>
public sealed class PrepareStorage(Tables tables, Queues queues)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var table in Tables.All) await tables[table].CreateIfNotExistsAsync(cancellationToken);
        foreach (var queue in Queues.All) await queues[queue].CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }
}
