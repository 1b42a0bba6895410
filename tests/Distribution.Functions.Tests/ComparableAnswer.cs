using System.Net;
using System.Text.RegularExpressions;

namespace Distribution.Functions.Tests;

/// <summary>An answer without what differs between two runs of one program: random ids, traces, times, framing.</summary>
internal sealed partial record ComparableAnswer(HttpStatusCode Status, string Headers, string Body)
{
    /// <summary>Framing belongs to the connection; dates and tags to the moment.</summary>
    private static readonly HashSet<string> Momentary = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Length", "Date", "ETag", "Last-Modified", "Server", "Transfer-Encoding",
    };

    /// <summary>Bodies that differ between the two programs: jobs that ran, and counts of rows that other tests left.</summary>
    private static readonly HashSet<string> Counting = ["/api/status", "/api/retention"];

    public static async Task<ComparableAnswer> ReadAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.OriginalString;
        using var answer = await client.SendAsync(request, cancellationToken);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(header => !Momentary.Contains(header.Key))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
            .Order(StringComparer.Ordinal);
        return new(answer.StatusCode, Stable(string.Join('\n', headers)), Counting.Contains(path) ? "" : Stable(body));
    }

    private static string Stable(string text) => Sealed().Replace(Time().Replace(Id().Replace(text, "(id)"), "(time)"), "(sealed)");

    /// <summary>A hidden field of a form holds the sealed time at which the form was made.</summary>
    [GeneratedRegex("""(?<=type="hidden"[^>]* value=")[^"]*""")]
    private static partial Regex Sealed();

    [GeneratedRegex("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}|[0-9a-f]{32}")]
    private static partial Regex Id();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)|\d\d:\d\d")]
    private static partial Regex Time();
}
