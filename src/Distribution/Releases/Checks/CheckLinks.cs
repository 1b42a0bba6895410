using System.Collections.Concurrent;
using System.Net;
using Distribution.Platform.Text;
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
    private const int MostRedirects = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PatienceInAll = TimeSpan.FromSeconds(10);

    // Redirects are followed here, where each is looked at. A cookie would make one release's check depend on another's.
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = Patience,
        UseProxy = false,
        ConnectCallback = (context, cancellationToken) =>
            PublicConnection.OpenAsync(context.DnsEndPoint, options.Value.CheckPrivateLinks, cancellationToken),
    })
    {
        DefaultRequestHeaders = { { "User-Agent", "Distribution link check" } },
    };

    /// <returns>The addresses that do not answer as they should, with what happened.</returns>
    public async Task<IReadOnlyDictionary<Uri, LinkFault>> RunAsync(IEnumerable<Uri> links, CancellationToken cancellationToken)
    {
        ConcurrentDictionary<Uri, LinkFault> dead = new();
        if (!options.Value.CheckLinks) return dead;
        using CancellationTokenSource over = new(PatienceInAll, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            await Parallel.ForEachAsync(
                links.Distinct().Take(MostLinks), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = both.Token },
                async (link, token) =>
                {
                    if (await FindFaultAsync(link, token) is { } fault) dead[link] = fault;
                });
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The links checked so far count.
        }

        return dead;
    }

    public void Dispose() => http.Dispose();

    /// <summary>
    /// Some servers refuse HEAD, so that only GET says for certain. Both share one patience, or a server that is silent would outlast the
    /// whole run.
    /// </summary>
    private async Task<LinkFault?> FindFaultAsync(Uri link, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = new(Patience, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await AskAsync(HttpMethod.Head, link, both.Token) is null ? null : await AskAsync(HttpMethod.Get, link, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return LinkFault.NoAnswer;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Another's server may fail in any way; whichever it is, the release has other links, and other checks.
            return LinkFault.NoConnection;
        }
    }

    private async Task<LinkFault?> AskAsync(HttpMethod method, Uri link, CancellationToken cancellationToken)
    {
        var place = link;
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (!WebAddress.IsWeb(place)) return LinkFault.Scheme(place.Scheme);
            if (WebAddress.Normalize(place) is not { } address) return LinkFault.NoHost;
            using HttpRequestMessage request = new(method, address);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (Redirect(response) is not { } next) return FaultOf(response.StatusCode);
            if (!Uri.TryCreate(address, next, out var led)) return LinkFault.NoHost;
            place = led;
        }

        return LinkFault.Circle;
    }

    /// <summary>A site that asks for a login or for patience exists.</summary>
    private static LinkFault? FaultOf(HttpStatusCode status) =>
        (int)status is >= 200 and < 300
            || status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests
            ? null
            : LinkFault.Status((int)status);

    /// <summary>As it is written: what is no address at all must not pass for none.</summary>
    private static string? Redirect(HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.TryGetValues("Location", out var places)
            ? places.FirstOrDefault()
            : null;
}
