using Distribution.Dispatches.Sending;

namespace Distribution.Tests.Dispatches.Sending;

public sealed class SendMailTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mail_that_ends_just_after_the_patience_has_ended(bool ends)
    {
        TaskCompletionSource sending = new();
        Alarm alarm = new();
        Later later = new();
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(later);
        var hasEnded = SendMail.EndsWithinAsync(sending.Task, TimeSpan.FromMinutes(1), alarm);
        SynchronizationContext.SetSynchronizationContext(before);

        alarm.Ring();
        if (ends) sending.SetResult();
        later.Run();
        Assert.Equal(ends, await hasEnded.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    /// <summary>A clock whose one timer ends when the test says so.</summary>
    private sealed class Alarm : TimeProvider, ITimer
    {
        private Action ring = () => throw new InvalidOperationException("No timer was set.");

        public void Ring() => ring();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ring = () => callback(state);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    /// <summary>Goes on after an await when the test says so.</summary>
    private sealed class Later : SynchronizationContext
    {
        private readonly TaskCompletionSource<Action> next = new();

        public override void Post(SendOrPostCallback d, object? state) => next.SetResult(() => d(state));

        /// <summary>Waits for the await to end, and goes on.</summary>
        public void Run()
        {
            if (!next.Task.IsCompleted) throw new InvalidOperationException("Nothing waits to go on.");
            next.Task.Result();
        }
    }
}
