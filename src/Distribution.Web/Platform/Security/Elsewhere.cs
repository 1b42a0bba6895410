using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Platform.Security;

/// <summary>
/// Whether another site has a browser send a request. Browsers say so in Sec-Fetch-Site (Fetch Metadata Request Headers, section 2.3) and,
/// older ones too, in Origin (RFC 6454, section 7.3); programs say neither.
/// </summary>
internal static class Elsewhere
{
    public static bool Sent(HttpRequest request, PublicLinks links)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return false;
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is not ("same-origin" or "none");
        return request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsOurs(origin, request, links);
    }

    /// <summary>The public origin, or the one that the request went to, which another site cannot choose.</summary>
    private static bool IsOurs(string origin, HttpRequest request, PublicLinks links) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && (IsSame(from, links.Newsroom())
            || (Uri.TryCreate($"{from.Scheme}://{request.Host.Value}/", UriKind.Absolute, out var place) && IsSame(from, place)));

    private static bool IsSame(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
