using System.Collections.Concurrent;
using System.Net;
using Distribution.Releases.Drafts;
using Microsoft.Extensions.Options;

namespace Distribution.Releases.Checks;

/// <summary>
/// Requests the addresses that texts link to. Only public ones: a link must not make the program look into the network it
/// runs in. A link that cannot be checked in time is not reported as dead.
/// </summary>
public sealed class CheckLinks(IOptions<ReleaseOptions> options, TimeProvider clock) : IDisposable
{
    private const int AtOnce = 8;
    private const int MostLinks = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PatienceInAll = TimeSpan.FromSeconds(10);

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = true,
        MaxAutomaticRedirections = 5,
        ConnectTimeout = Patience,
        UseProxy = false,
        ConnectCallback = (context, cancellationToken) => PublicConnection.OpenAsync(context.DnsEndPoint, options.Value.CheckPrivateLinks, cancellationToken),
    })
    {
        DefaultRequestHeaders = { { "User-Agent", "Distribution link check" } },
    };

    /// <returns>The addresses that do not answer as they should, with what happened.</returns>
    public async Task<IReadOnlyDictionary<Uri, string>> RunAsync(IEnumerable<Uri> links, CancellationToken cancellationToken)
    {
        ConcurrentDictionary<Uri, string> dead = new();
        if (!options.Value.CheckLinks) return dead;
        using CancellationTokenSource over = new(PatienceInAll, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            await Parallel.ForEachAsync(
                links.Distinct().Take(MostLinks), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = both.Token },
                async (link, token) =>
                {
                    if (await ProblemAsync(link, token) is { } problem) dead[link] = problem;
                });
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The links checked so far count.
        }

        return dead;
    }

    public void Dispose() => http.Dispose();

    /// <summary>Some servers refuse HEAD, so that only GET says for certain. Both share one patience, or a server that is silent would outlast the whole run.</summary>
    private async Task<string?> ProblemAsync(Uri link, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = new(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await AskAsync(HttpMethod.Head, link, both.Token) is null ? null : await AskAsync(HttpMethod.Get, link, both.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return "no answer";
        }
    }

    private async Task<string?> AskAsync(HttpMethod method, Uri link, CancellationToken cancellationToken)
    {
        try
        {
            using HttpRequestMessage request = new(method, link);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            // A site that asks for a login or for patience exists.
            return response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests
                ? null
                : $"{(int)response.StatusCode}";
        }
        catch (HttpRequestException failure)
        {
            return failure.HttpRequestError == HttpRequestError.NameResolutionError ? "there is no such address" : "no connection";
        }
    }
}
