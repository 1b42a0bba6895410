namespace Distribution.Benchmarks.Parts;

/// <summary>The largest heap after a collection that is seen while it watches.</summary>
internal sealed class HeapPeak : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(20);

    private readonly Timer timer;
    private long most;

    public HeapPeak()
    {
        GC.Collect();
        timer = new Timer(_ => most = Math.Max(most, GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes), null, TimeSpan.Zero, Often);
    }

    public double Bytes => most;

    public void Dispose() => timer.Dispose();
}
