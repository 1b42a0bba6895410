using System.Threading.Channels;
using Azure.Storage.Queues;
using Distribution.Server.Loops;
using Distribution.Testing;
using Microsoft.Extensions.Logging.Testing;

namespace Distribution.Web.Tests.Server.Loops;

public sealed class QueueLoopTests(Azurite azurite) : IAsyncLifetime
{
    private readonly FakeLogger<QueueLoop> log = new();
    private readonly QueueClient queue = new(azurite.ConnectionString, Azurite.NewPrefix());
    private readonly Channel<string> begun = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource finish = new();
    private QueueLoop? loop;
    private QueueBell? bell;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await queue.CreateAsync(cancellationToken: Cancellation);

    [Fact]
    public async Task Every_message_is_handled_once()
    {
        string[] sent = [.. Enumerable.Range(0, 50).Select(number => $"{number}")];
        finish.SetResult();
        await SendAsync(sent);

        await StartAsync(concurrency: 4);

        Assert.Equal(sent.Order(), (await TakeAsync(50)).Order());
        await loop!.StopAsync(Cancellation);
        Assert.Equal(0, await CountAsync());
        Assert.False(begun.Reader.TryRead(out _));
    }

    [Fact]
    public async Task No_more_messages_are_taken_than_may_run_at_once()
    {
        await SendAsync(["a", "b", "c", "d", "e"]);
        await StartAsync(concurrency: 3);

        await TakeAsync(3);

        Assert.False(begun.Reader.TryRead(out _));
        Assert.Equal(2, (await queue.PeekMessagesAsync(maxMessages: 5, Cancellation)).Value.Length);
        finish.SetResult();
        await TakeAsync(2);
    }

    [Fact]
    public async Task A_message_that_comes_later_is_found()
    {
        finish.SetResult();
        await StartAsync(concurrency: 1);
        await SendAsync(["a"]);
        await TakeAsync(1);

        await SendAsync(["b"]);

        Assert.Equal(["b"], await TakeAsync(1));
    }

    [Fact]
    public async Task A_message_that_this_process_sends_is_taken_at_once_however_long_the_pause()
    {
        var time = new WatchedTime(DateTimeOffset.UnixEpoch);
        finish.SetResult();
        await StartAsync(concurrency: 1, time);
        await time.AdvanceAsync(TimeSpan.Zero, Cancellation);
        await SendAsync(["a"]);

        bell!.Ring();

        Assert.Equal(["a"], await TakeAsync(1));
    }

    [Fact]
    public async Task A_stop_waits_for_the_handlers_that_run_and_takes_no_more()
    {
        await StartAsync(concurrency: 1);
        await SendAsync(["a", "b"]);
        await TakeAsync(1);

        var stopped = loop!.StopAsync(Cancellation);
        Assert.False(stopped.IsCompleted);
        finish.SetResult();
        await stopped;

        Assert.Equal(1, await CountAsync());
        Assert.False(begun.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_handler_that_does_not_end_is_cancelled_a_while_after_the_stop()
    {
        var time = new WatchedTime(DateTimeOffset.UnixEpoch);
        await SendAsync(["a"]);
        await StartAsync(concurrency: 1, time);
        await TakeAsync(1);
        // The wait for the message's renewal is the first.
        await time.AdvanceAsync(TimeSpan.Zero, Cancellation);

        var stopped = loop!.StopAsync(Cancellation);
        await time.AdvanceAsync(QueueLoop.Grace, Cancellation);

        await stopped;
        Assert.Equal("a", (await queue.PeekMessageAsync(Cancellation)).Value.Body.ToString());
    }

    [Fact]
    public async Task A_queue_that_cannot_be_read_is_tried_again()
    {
        finish.SetResult();
        await queue.DeleteAsync(Cancellation);
        await StartAsync(concurrency: 1);
        while (log.Collector.Count == 0)
            await Task.Yield();

        await queue.CreateAsync(cancellationToken: Cancellation);
        await SendAsync(["a"]);

        Assert.Equal(["a"], await TakeAsync(1));
    }

    public async ValueTask DisposeAsync()
    {
        finish.TrySetResult();
        await loop!.StopAsync(CancellationToken.None);
        loop.Dispose();
    }

    private Task StartAsync(int concurrency, TimeProvider? time = null)
    {
        var poison = new QueueClient(azurite.ConnectionString, $"{queue.Name}-poison");
        QueueJob job = new(queue, poison, concurrency, HandleAsync);
        (loop, bell) = (new(job, time ?? TimeProvider.System, log), job.Bell);
        return loop.StartAsync(Cancellation);
    }

    private async Task HandleAsync(string text, CancellationToken cancellationToken)
    {
        await begun.Writer.WriteAsync(text, cancellationToken);
        await finish.Task.WaitAsync(cancellationToken);
    }

    private async Task SendAsync(IEnumerable<string> texts)
    {
        foreach (var text in texts)
            await queue.SendMessageAsync(text, Cancellation);
    }

    private async Task<List<string>> TakeAsync(int count)
    {
        List<string> taken = [];
        while (taken.Count < count)
            taken.Add(await begun.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(WatchedTime.Patience, Cancellation));
        return taken;
    }

    private async Task<int> CountAsync() => (await queue.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount;
}
