using System.Threading.Channels;
using Distribution.Server.Loops;
using Microsoft.Extensions.Logging.Testing;

namespace Distribution.Web.Tests.Server.Loops;

public sealed class TimerLoopTests : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 13, 0, 30, TimeSpan.Zero);

    private readonly WatchedTime time = new(Start);
    private readonly FakeLogger<TimerLoop> log = new();
    private readonly Channel<DateTimeOffset> runs = Channel.CreateUnbounded<DateTimeOffset>();
    private TimerLoop? loop;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_that_says_so_runs_at_start()
    {
        await StartAsync(atStart: true, _ => Task.CompletedTask);

        Assert.Equal(Start, await NextRunAsync());
    }

    [Fact]
    public async Task A_job_runs_whenever_it_is_due()
    {
        await StartAsync(atStart: false, _ => Task.CompletedTask);

        await time.AdvanceAsync(Minute / 2, Cancellation);
        Assert.Equal(Start + Minute / 2, await NextRunAsync());
        await time.AdvanceAsync(Minute, Cancellation);
        Assert.Equal(Start + Minute * 1.5, await NextRunAsync());
    }

    [Fact]
    public async Task A_job_does_not_run_before_it_is_due()
    {
        await StartAsync(atStart: false, _ => Task.CompletedTask);

        await time.AdvanceAsync(Minute / 2 - TimeSpan.FromMilliseconds(1), Cancellation);
        Assert.False(runs.Reader.TryRead(out _));
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(Start + Minute / 2, await NextRunAsync());
    }

    [Fact]
    public async Task A_job_that_fails_is_logged_and_runs_again()
    {
        await StartAsync(atStart: true, _ => throw new InvalidOperationException("broken"));
        await NextRunAsync();

        await time.AdvanceAsync(Minute / 2, Cancellation);
        await NextRunAsync();

        Assert.Equal("broken", log.Collector.GetSnapshot()[0].Exception?.Message);
    }

    [Fact]
    public async Task A_job_that_takes_long_swallows_the_runs_that_fell_due_meanwhile()
    {
        var finish = new TaskCompletionSource();
        await StartAsync(atStart: true, _ => finish.Task);
        await NextRunAsync();

        time.Advance(Minute * 3);
        finish.SetResult();
        await time.AdvanceAsync(Minute / 2, Cancellation);

        Assert.Equal(Start + Minute * 3.5, await NextRunAsync());
        Assert.False(runs.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_stop_cancels_the_job_and_ends_the_loop()
    {
        await StartAsync(atStart: true, token => Task.Delay(Timeout.InfiniteTimeSpan, time, token));
        await NextRunAsync();

        await loop!.StopAsync(Cancellation);

        Assert.True(loop.ExecuteTask!.IsCompletedSuccessfully);
        Assert.Equal(0, log.Collector.Count);
    }

    public async ValueTask DisposeAsync()
    {
        await loop!.StopAsync(CancellationToken.None);
        loop.Dispose();
    }

    private Task StartAsync(bool atStart, Func<CancellationToken, Task> job)
    {
        loop = new(new("test", ScheduleAttribute.Parse("0 * * * * *"), atStart, NoteAndRunAsync), time, log);
        return loop.StartAsync(Cancellation);

        async Task NoteAndRunAsync(CancellationToken cancellationToken)
        {
            await runs.Writer.WriteAsync(time.GetUtcNow(), cancellationToken);
            await job(cancellationToken);
        }
    }

    private async Task<DateTimeOffset> NextRunAsync() =>
        await runs.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(WatchedTime.Patience, Cancellation);
}
