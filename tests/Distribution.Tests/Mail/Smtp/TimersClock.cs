using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Distribution.Tests.Mail.Smtp;

/// <summary>A clock moved by hand that knows which waits have begun.</summary>
internal sealed class TimersClock : FakeTimeProvider
{
    private readonly ConcurrentDictionary<TimeSpan, TaskCompletionSource> timers = new();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        Begun(dueTime).TrySetResult();
        return new NotedTimer(timer, this);
    }

    public Task WaitForTimerAsync(TimeSpan dueTime, CancellationToken cancellationToken) =>
        Begun(dueTime).Task.WaitAsync(cancellationToken);

    /// <summary>Moves on by seconds, as often as it takes: the last wait may have begun a moment after the clock was moved.</summary>
    public async Task AdvanceUntilAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    private TaskCompletionSource Begun(TimeSpan dueTime) =>
        timers.GetOrAdd(dueTime, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Tells the clock of waits that begin on a timer made before.</summary>
    private sealed class NotedTimer(ITimer timer, TimersClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = timer.Change(dueTime, period);
            clock.Begun(dueTime).TrySetResult();
            return changed;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
