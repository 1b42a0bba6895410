using Distribution.Dispatches.Planning;
using Distribution.Dispatches.Sending;
using Distribution.Platform.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Distribution.Functions;

/// <summary>Messages are hints; the tables say what is to be done.</summary>
public sealed class QueueFunctions(StartRelease startRelease, SendBatch sendBatch, RunWork runWork)
{
    private const string Connection = "AzureWebJobsStorage";

    [Function("releases")]
    public Task StartAsync([QueueTrigger("releases", Connection = Connection)] string message, CancellationToken cancellationToken) =>
        startRelease.RunAsync(message, cancellationToken);

    [Function("batches")]
    public Task SendBatchAsync([QueueTrigger("batches", Connection = Connection)] string message, CancellationToken cancellationToken) =>
        sendBatch.RunAsync(message, cancellationToken);

    [Function("urgent")]
    public Task RunUrgentAsync([QueueTrigger("urgent", Connection = Connection)] string message, CancellationToken cancellationToken) =>
        runWork.RunAsync(message, cancellationToken);

    [Function("work")]
    public Task RunWorkAsync([QueueTrigger("work", Connection = Connection)] string message, CancellationToken cancellationToken) =>
        runWork.RunAsync(message, cancellationToken);
}
