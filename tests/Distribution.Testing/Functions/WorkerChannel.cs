using System.Collections.Concurrent;
using System.Threading.Channels;
using Distribution.Testing.Functions.Protocol;
using Grpc.Core;
using Kind = Distribution.Testing.Functions.Protocol.StreamingMessage.ContentOneofCase;

namespace Distribution.Testing.Functions;

/// <summary>The host's end of one worker's stream of messages: pairs each answer with what asked for it.</summary>
internal sealed class WorkerChannel
{
    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<(Kind Kind, string Id), TaskCompletionSource<StreamingMessage>> waiting = new();
    private readonly ConcurrentQueue<string> logs = new();
    private readonly CancellationTokenSource ended = new();

    /// <summary>Ends when the worker has opened its stream.</summary>
    public Task Opened => Answer(Kind.StartStream, "").Task;

    public IReadOnlyCollection<string> Logs => logs;

    public void Send(StreamingMessage message) => outgoing.Writer.TryWrite(message);

    /// <summary>Asks, and waits for the answer of the kind to what has the id; a worker that ends first answers nothing any more.</summary>
    public async Task<StreamingMessage> AskAsync(StreamingMessage question, Kind kind, string id, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, ended.Token);
        var answer = Answer(kind, id);
        Send(question);
        return await answer.Task.WaitAsync(patience.Token);
    }

    /// <summary>Carries messages to and fro for as long as the worker keeps its stream open.</summary>
    public async Task RunAsync(
        IAsyncStreamReader<StreamingMessage> incoming, IServerStreamWriter<StreamingMessage> writer, CancellationToken cancellationToken)
    {
        var writing = WriteAsync(writer, cancellationToken);
        try
        {
            await foreach (var message in incoming.ReadAllAsync(cancellationToken)) Receive(message);
        }
        catch (Exception end) when (end is OperationCanceledException or IOException)
        {
            // The worker has ended without a word.
        }

        await ended.CancelAsync();
        outgoing.Writer.TryComplete();
        await writing;
    }

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> writer, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in outgoing.Reader.ReadAllAsync(cancellationToken))
                await writer.WriteAsync(message, cancellationToken);
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or InvalidOperationException)
        {
            // Nobody is there to read it.
        }
    }

    private void Receive(StreamingMessage message)
    {
        if (message.RpcLog is { } log) logs.Enqueue($"{log.Category}: {log.Message} {log.Exception?.Message}");
        else Answer(message.ContentCase, IdOf(message)).TrySetResult(message);
    }

    private static string IdOf(StreamingMessage message) => message.ContentCase switch
    {
        Kind.FunctionLoadResponse => message.FunctionLoadResponse.FunctionId,
        Kind.InvocationResponse => message.InvocationResponse.InvocationId,
        _ => "",
    };

    private TaskCompletionSource<StreamingMessage> Answer(Kind kind, string id) =>
        waiting.GetOrAdd((kind, id), _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
