using Distribution.Testing;

namespace Distribution.Tests.Dispatches.Sending;

/// <summary>
/// One storage and relay for all rows of a table of faults that need no encryption, and one for those that do. Each row is another instance of the
/// program, so long after the one before that nothing is remembered of that.
/// </summary>
public sealed class SmtpFaultHosts : IAsyncDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);

    private readonly Dictionary<bool, DispatchHost> hosts = [];

    public async Task<DispatchHost> NextAsync(bool isEncrypted, Func<Task<DispatchHost>> open)
    {
        if (!hosts.TryGetValue(isEncrypted, out var host)) hosts.Add(isEncrypted, host = await open());
        host.Clock.Advance(Long);
        return host.Another();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts.Values) await host.DisposeAsync();
    }
}
