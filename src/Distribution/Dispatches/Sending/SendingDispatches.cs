using Distribution.Dispatches.Ledger;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Sending;

/// <summary>
/// Dispatches that are being sent, at most five seconds old, so that a batch costs no reading of its dispatch. A pause and a cancellation
/// do not wait for it: they are written to the batches too.
/// </summary>
public sealed class SendingDispatches(DispatchStore dispatches, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly SharedReads<Dispatch> reads = new(Fresh, time);

    /// <summary>The dispatch; null when it is not being sent.</summary>
    public Task<Dispatch?> FindAsync(string id, CancellationToken cancellationToken) =>
        reads.FindAsync(id, () => ReadAsync(id), cancellationToken);

    /// <summary>It is stopped, as this instance has just learnt.</summary>
    public void Forget(string id) => reads.Forget(id);

    private async Task<Dispatch?> ReadAsync(string id) =>
        await dispatches.FindAsync(id, CancellationToken.None) is { Value: { State: DispatchState.Sending } dispatch } ? dispatch : null;
}
