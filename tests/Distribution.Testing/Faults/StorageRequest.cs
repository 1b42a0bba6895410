using System.Text.RegularExpressions;

namespace Distribution.Testing.Faults;

/// <summary>One request to the storage, as a test tells it from others.</summary>
/// <param name="Service">Which service it is for.</param>
/// <param name="Method">HTTP method; <c>PATCH</c> merges a row, <c>PUT</c> replaces or upserts one, <c>POST</c> adds one.</param>
/// <param name="Path">Path and query without the account, as sent.</param>
/// <param name="Body">The bytes sent.</param>
public sealed partial record StorageRequest(StorageService Service, string Method, string Path, string Body)
{
    /// <summary>Table or queue without the test's prefix; <c>$batch</c> for a transaction and <c>Tables</c> where a table is created.</summary>
    public string Name => Prefix().Replace(Word().Match(Path).Value, "");

    /// <summary>The name by which requests are counted, such as <c>PATCH Batches</c>.</summary>
    public string Kind => $"{Method} {Name}";

    /// <summary>A request of a kind, about a row if given.</summary>
    public static Func<StorageRequest, bool> Is(string method, string name, string row = "") =>
        request => request.Method == method && request.Name == name && request.Path.Contains(row, StringComparison.Ordinal);

    [GeneratedRegex("[$A-Za-z0-9]+")]
    private static partial Regex Word();

    // As Azurite.NewPrefix makes it.
    [GeneratedRegex("^t[0-9a-f]{11}(?=[A-Za-z])")]
    private static partial Regex Prefix();
}
