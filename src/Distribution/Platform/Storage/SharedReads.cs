namespace Distribution.Platform.Storage;

/// <summary>
/// Reads by key that many runs share: one that asks while a read is under way waits for it, and its result serves until it is too old. A
/// read that fails or finds nothing serves only those that wait for it.
/// </summary>
/// <param name="fresh">How old a result may be, counted from the beginning of its read.</param>
/// <param name="time">The clock.</param>
public sealed class SharedReads<T>(TimeSpan fresh, TimeProvider time)
    where T : class
{
    private readonly Dictionary<string, (Task<T?> Read, DateTimeOffset At)> known = [];

    /// <param name="key">The subject of the read.</param>
    /// <param name="read">Begins the read. It has no cancellation token, since no single caller may cancel it.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller.</param>
    public Task<T?> FindAsync(string key, Func<Task<T?>> read, CancellationToken cancellationToken)
    {
        lock (known)
        {
            var now = time.GetUtcNow();
            if (!known.TryGetValue(key, out var found) || !IsGood(found, now))
            {
                foreach (var old in known.Where(entry => !IsGood(entry.Value, now)).ToList()) known.Remove(old.Key);
                known[key] = found = (read(), now);
            }

            return found.Read.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The next caller reads.</summary>
    public void Forget(string key)
    {
        lock (known) known.Remove(key);
    }

    private bool IsGood((Task<T?> Read, DateTimeOffset At) entry, DateTimeOffset now) =>
        now - entry.At < fresh && (!entry.Read.IsCompleted || entry.Read is { IsCompletedSuccessfully: true, Result: not null });
}
