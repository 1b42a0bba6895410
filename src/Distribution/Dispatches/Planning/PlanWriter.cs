using Distribution.Dispatches.Ledger;

namespace Distribution.Dispatches.Planning;

/// <summary>
/// Writes the batches of one plan in transactions as large as the storage takes. While one is written the next is filled.
/// </summary>
internal sealed class PlanWriter(BatchStore batches) : IAsyncDisposable
{
    private List<Batch> open = [];
    private int bytes;
    private Task writing = Task.CompletedTask;

    /// <summary>How many batches were given to it.</summary>
    public int Count { get; private set; }

    /// <summary>Row of the last batch that was given to it.</summary>
    public string? LastRow { get; private set; }

    public async Task AddAsync(Batch batch, CancellationToken cancellationToken)
    {
        var more = BatchStore.EncodedBytes(batch);
        if (!BatchStore.HasRoom(open.Count, bytes, more)) await FlushAsync(cancellationToken);
        open.Add(batch);
        bytes += more;
        (Count, LastRow) = (Count + 1, batch.Key.Row);
    }

    /// <summary>Ends when everything is written.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (open.Count > 0) await FlushAsync(cancellationToken);
        await writing;
    }

    /// <summary>Where planning has failed, nothing is left under way.</summary>
    public async ValueTask DisposeAsync() => await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await writing;
        writing = batches.AddAsync(open, cancellationToken);
        (open, bytes) = ([], 0);
    }
}
