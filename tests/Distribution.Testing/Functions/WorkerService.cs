using Distribution.Testing.Functions.Protocol;
using Grpc.Core;

namespace Distribution.Testing.Functions;

/// <summary>The service that a worker connects to when it starts.</summary>
internal sealed class WorkerService(WorkerChannel channel) : FunctionRpc.FunctionRpcBase
{
    public override Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context) =>
        channel.RunAsync(requestStream, responseStream, context.CancellationToken);
}
