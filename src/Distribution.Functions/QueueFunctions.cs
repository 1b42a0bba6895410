using Distribution.Dispatches.Sending;
using Distribution.Platform.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Distribution.Functions;

/// <summary>Messages are hints; the tables say what is to be done.</summary>
public sealed class QueueFunctions(SendBatch sendBatch, RunWork runWork)
{
    private const string Connection = "AzureWebJobsStorage";

    [Function("batches")]
    public Task SendBatchAsync([QueueTrigger("batches", Connection = Connection)] string message, CancellationToken cancellationToken) =>
        sendBatch.RunAsync(message, cancellationToken);

    [Function("work")]
    public Task RunWorkAsync([QueueTrigger("work", Connection = Connection)] string message, CancellationToken cancellationToken) =>
        runWork.RunAsync(message, cancellationToken);
}
