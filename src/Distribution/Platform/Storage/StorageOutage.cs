using Azure;

namespace Distribution.Platform.Storage;

/// <summary>Distinguishes a storage outage from a request that is wrong. For requests that nobody cancels.</summary>
internal static class StorageOutage
{
    public static bool Is(Exception failure) => failure switch
    {
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => true,
        AggregateException { InnerExceptions: { Count: > 0 } tries } => tries.All(Is),
        OperationCanceledException or IOException or HttpRequestException => true,
        _ => false,
    };
}
