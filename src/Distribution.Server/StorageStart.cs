using Azure;
using Distribution.Platform.Storage;
using Microsoft.Extensions.Options;

namespace Distribution.Server;

/// <summary>Makes tables and queues at start, and waits a while for a storage that does not answer yet.</summary>
internal sealed partial class StorageStart(
    IServiceProvider services, IOptions<ServerOptions> options, TimeProvider time, ILogger<StorageStart> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>How long one try may take where there is no time to wait.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(10);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var prepare = Prepare();
        var start = time.GetTimestamp();
        // A storage that never answers, as behind a firewall, would keep each try of the client waiting for minutes.
        using CancellationTokenSource patience = new(Longer(options.Value.StorageWait, ShortestWait), time);
        using var trying = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        while (await FailureAsync(prepare, patience, trying.Token) is { } failure)
        {
            if (IsRefusal(failure))
                throw new ServerFailure(
                    $"The storage account refuses the server ({failure.Status} {failure.ErrorCode}): check the key in "
                        + "Storage:ConnectionString, or the roles on Storage:Account.");
            if (patience.IsCancellationRequested || time.GetElapsedTime(start) >= options.Value.StorageWait)
                throw new ServerFailure(
                    $"The storage does not answer ({FirstLine(failure)}): start it, or correct Storage:ConnectionString or "
                        + "Storage:Account.");
            LogWaiting(FirstLine(failure));
            await Task.Delay(Pause, time, trying.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private PrepareStorage Prepare()
    {
        try
        {
            return services.GetRequiredService<PrepareStorage>();
        }
        catch (Exception failure) when (failure is FormatException
            or ArgumentException
            or InvalidOperationException { Source: "Azure.Data.Tables" })
        {
            throw new ServerFailure(
                "Storage:ConnectionString is not the connection string of a storage account: copy it whole from the account's access "
                    + "keys.");
        }
    }

    private static async Task<RequestFailedException?> FailureAsync(
        PrepareStorage prepare, CancellationTokenSource patience, CancellationToken cancellationToken)
    {
        try
        {
            await prepare.RunAsync(cancellationToken);
            return null;
        }
        catch (RequestFailedException failure)
        {
            return failure;
        }
        // After its own retries the client throws the failures of all of them.
        catch (AggregateException failures) when (failures.InnerException is RequestFailedException failure)
        {
            return failure;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new("no answer");
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static bool IsRefusal(RequestFailedException failure) => failure.Status is 400 or 401 or 403 or 404;

    private static string FirstLine(RequestFailedException failure) => failure.Message.Split('\n')[0].Trim('\r', '.');

    [LoggerMessage(LogLevel.Warning, "The storage does not answer ({Reason}); it is tried again")]
    private partial void LogWaiting(string reason);
}
