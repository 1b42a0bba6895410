using Azure.Core;

namespace Distribution.Platform.Storage;

/// <summary>The operation of a request to a storage service, in one word of a short list; pure.</summary>
internal static class StorageOperation
{
    public const string Table = "table";
    public const string Queue = "queue";
    public const string Blob = "blob";

    /// <summary>The operation.</summary>
    /// <param name="service">Which service the request is for.</param>
    /// <param name="method">Its HTTP method.</param>
    /// <param name="path">Its path, with or without the account; a query does no harm.</param>
    public static string Name(string service, RequestMethod method, string path) => service switch
    {
        Table => OfTable(method, path),
        Queue => OfQueue(method, path),
        _ => OfBlob(method),
    };

    private static string OfTable(RequestMethod method, string path) => method.Method switch
    {
        "GET" => path.Contains("RowKey=", StringComparison.Ordinal) ? "get" : "query",
        "POST" when path.Contains("$batch", StringComparison.Ordinal) => "transaction",
        "POST" when path.EndsWith("/Tables", StringComparison.Ordinal) => "create",
        "POST" => "insert",
        "PATCH" or "MERGE" => "merge",
        "PUT" => "replace",
        "DELETE" => "delete",
        _ => "other",
    };

    private static string OfQueue(RequestMethod method, string path)
    {
        var isMessage = path.Contains("/messages", StringComparison.Ordinal);
        return method.Method switch
        {
            "POST" when isMessage => "enqueue",
            "GET" when isMessage => path.Contains("peekonly=true", StringComparison.OrdinalIgnoreCase) ? "peek" : "dequeue",
            "PUT" when isMessage => "renew",
            "DELETE" when isMessage => "delete",
            "GET" or "HEAD" => "read",
            "PUT" => "create",
            _ => "other",
        };
    }

    private static string OfBlob(RequestMethod method) => method.Method switch
    {
        "GET" or "HEAD" => "get",
        "PUT" => "put",
        "DELETE" => "delete",
        _ => "other",
    };
}
