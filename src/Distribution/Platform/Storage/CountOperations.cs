using Azure.Core;
using Azure.Core.Pipeline;

namespace Distribution.Platform.Storage;

/// <summary>Stands in a client's pipeline behind the retries and counts what goes out.</summary>
internal sealed class CountOperations(string service, StorageMetrics metrics) : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var status = 0;
        try
        {
            ProcessNext(message, pipeline);
            status = message.Response.Status;
        }
        finally
        {
            Count(message.Request, status);
        }
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var status = 0;
        try
        {
            await ProcessNextAsync(message, pipeline);
            status = message.Response.Status;
        }
        finally
        {
            Count(message.Request, status);
        }
    }

    private void Count(Request request, int status) =>
        metrics.Add(service, StorageOperation.Name(service, request.Method, request.Uri.PathAndQuery), status);
}
