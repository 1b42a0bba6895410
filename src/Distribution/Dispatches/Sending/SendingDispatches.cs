using System.Collections.Concurrent;
using Distribution.Dispatches.Ledger;

namespace Distribution.Dispatches.Sending;

/// <summary>
/// Dispatches that are being sent, at most five seconds old, so that a batch costs no reading of its dispatch. A pause and a cancellation
/// do not wait for it: they are written to the batches too.
/// </summary>
public sealed class SendingDispatches(DispatchStore dispatches, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (Dispatch Dispatch, DateTimeOffset At)> known = new();

    /// <summary>The dispatch; null when it is not being sent.</summary>
    public async Task<Dispatch?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue(id, out var entry) && now - entry.At < Fresh) return entry.Dispatch;
        foreach (var old in known.Where(entry => now - entry.Value.At >= Fresh)) known.TryRemove(old);
        if (await dispatches.FindAsync(id, cancellationToken) is not { Value: { State: DispatchState.Sending } dispatch }) return null;
        known[id] = (dispatch, now);
        return dispatch;
    }

    /// <summary>It is stopped, as this instance has just learnt.</summary>
    public void Forget(string id) => known.TryRemove(id, out _);
}
