namespace Distribution.Benchmarks.Parts;

/// <summary>
/// The most memory that is really in use while it watches. It collects garbage again and again to see that, so nothing can be timed
/// meanwhile.
/// </summary>
internal sealed class HeapPeak : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(50);

    private readonly Timer timer;
    private long most;

    public HeapPeak() => timer = new Timer(_ => Look(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

    public double Bytes => most;

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        timer.Change(Often, Timeout.InfiniteTimeSpan);
    }
}
