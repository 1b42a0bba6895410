using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Distribution.Server.Loops;
using Distribution.Testing;
using Microsoft.Extensions.Logging.Testing;

namespace Distribution.Web.Tests.Server.Loops;

public sealed class MessageRunTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly TimeSpan Now = TimeSpan.Zero;

    private readonly WatchedTime time = new(DateTimeOffset.UnixEpoch);
    private readonly FakeLogger log = new();
    private readonly QueueClient queue = new(azurite.ConnectionString, Azurite.NewPrefix());
    private readonly QueueClient poison = new(azurite.ConnectionString, Azurite.NewPrefix() + "-poison");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await queue.CreateAsync(cancellationToken: Cancellation);

    [Fact]
    public async Task A_message_is_handed_over_as_it_was_written_and_deleted_when_handled()
    {
        string? handled = null;
        var message = await ReceiveAsync("a|b|é");

        await RunAsync(message, (text, _) => Task.FromResult(handled = text));

        Assert.Equal("a|b|é", handled);
        Assert.Equal(0, await CountAsync(queue));
    }

    [Fact]
    public async Task A_message_whose_handler_fails_stays_and_is_hidden_for_a_while()
    {
        var message = await ReceiveAsync("a");

        await RunAsync(message, (_, _) => throw new InvalidOperationException("broken"));

        Assert.Equal(1, await CountAsync(queue));
        Assert.Null((await queue.PeekMessageAsync(Cancellation)).Value);
        Assert.Equal("broken", log.Collector.GetSnapshot()[0].Exception?.Message);
    }

    [Fact]
    public async Task A_message_that_fails_the_fifth_time_is_laid_aside()
    {
        var message = await ReceiveAsync("a", times: 5);

        await RunAsync(message, (_, _) => throw new InvalidOperationException("broken"));

        Assert.Equal(0, await CountAsync(queue));
        Assert.Equal("a", (await poison.ReceiveMessageAsync(cancellationToken: Cancellation)).Value.Body.ToString());
    }

    [Fact]
    public async Task A_message_that_killed_its_reader_five_times_is_laid_aside_unhandled()
    {
        var message = await ReceiveAsync("a", times: 6);

        await RunAsync(message, (_, _) => throw new InvalidOperationException("must not run"));

        Assert.Equal("a", (await poison.ReceiveMessageAsync(cancellationToken: Cancellation)).Value.Body.ToString());
        Assert.DoesNotContain(log.Collector.GetSnapshot(), record => record.Exception is not null);
    }

    [Fact]
    public async Task A_message_whose_handler_is_cancelled_is_seen_again_at_once()
    {
        using var stop = new CancellationTokenSource();
        var message = await ReceiveAsync("a");

        await RunAsync(message, async (_, token) =>
        {
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
        }, stop);

        Assert.Equal("a", (await queue.PeekMessageAsync(Cancellation)).Value.Body.ToString());
        Assert.Equal(0, log.Collector.Count);
    }

    [Fact]
    public async Task A_message_is_renewed_while_its_handler_runs()
    {
        var message = await ReceiveAsync("a");

        await RunAsync(message, async (_, token) =>
        {
            await time.AdvanceAsync(MessageHold.Visibility / 2, token);
            // The second wait begins when the first renewal is done.
            await time.AdvanceAsync(Now, token);
            var old = await Assert.ThrowsAsync<RequestFailedException>(
                () => queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, token));
            Assert.Equal(QueueErrorCode.PopReceiptMismatch, old.ErrorCode);
        });

        Assert.Equal(0, log.Collector.Count);
        Assert.Equal(0, await CountAsync(queue));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task RunAsync(QueueMessage message, Func<string, CancellationToken, Task> handler, CancellationTokenSource? stop = null) =>
        new MessageRun(new(queue, poison, Concurrency: 1, handler), time, log).RunAsync(message, stop?.Token ?? Cancellation);

    private async Task<QueueMessage> ReceiveAsync(string text, int times = 1)
    {
        await queue.SendMessageAsync(text, Cancellation);
        QueueMessage message = await queue.ReceiveMessageAsync(cancellationToken: Cancellation);
        for (var time = 1; time < times; time++)
        {
            await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, message.Body, Now, Cancellation);
            message = await queue.ReceiveMessageAsync(cancellationToken: Cancellation);
        }
        return message;
    }

    private static async Task<int> CountAsync(QueueClient queue) =>
        (await queue.GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount;
}
