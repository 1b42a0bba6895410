using Microsoft.Extensions.Time.Testing;

namespace Distribution.Web.Tests.Server.Loops;

/// <summary>A clock that the test moves and that tells when somebody has begun to wait for it.</summary>
internal sealed class WatchedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    /// <summary>How long a test waits in vain, in real time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim waits = new(0);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        waits.Release();
        return timer;
    }

    /// <summary>Moves the clock once somebody waits for it.</summary>
    public async Task AdvanceAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        if (!await waits.WaitAsync(Patience, cancellationToken))
            throw new TimeoutException("Nobody waits for this clock.");
        Advance(time);
    }
}
