namespace Distribution.Testing.Faults;

/// <summary>A fault for the first requests that match; counts those it has met.</summary>
public sealed class StorageScript(Func<StorageRequest, bool> match, StorageFault fault, int skip, int times)
{
    private readonly Lock taking = new();
    private readonly SemaphoreSlim met = new(0);
    private int seen;

    /// <summary>How many requests have met the fault.</summary>
    public int Hits { get; private set; }

    /// <summary>Waits until so many more requests have met the fault.</summary>
    public async Task WaitAsync(int hits, CancellationToken cancellationToken)
    {
        for (var hit = 0; hit < hits; hit++) await met.WaitAsync(cancellationToken);
    }

    internal StorageFault? Take(StorageRequest request)
    {
        if (!match(request)) return null;
        lock (taking)
        {
            seen++;
            if (seen <= skip || Hits == times) return null;
            Hits++;
        }

        met.Release();
        return fault;
    }
}
