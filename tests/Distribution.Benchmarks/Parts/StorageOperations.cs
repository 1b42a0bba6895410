using System.Diagnostics.Metrics;

namespace Distribution.Benchmarks.Parts;

/// <summary>Counts this process's requests to the storage.</summary>
internal sealed class StorageOperations : IDisposable
{
    private readonly MeterListener listener = new();
    private long count;

    public StorageOperations()
    {
        listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "Distribution", Name: "distribution.storage.operations" })
                listener.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, more, _, _) => Interlocked.Add(ref count, more));
        listener.Start();
    }

    public long Count => Interlocked.Read(ref count);

    public void Dispose() => listener.Dispose();
}
