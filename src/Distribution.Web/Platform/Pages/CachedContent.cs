using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Platform.Pages;

/// <summary>Content that everybody gets alike, under an ETag of its bytes; 304 for who has it already (RFC 9110, section 13.1.2).</summary>
internal sealed class CachedContent(ReadOnlyMemory<byte> content, string contentType) : IResult
{
    /// <summary>A minute: a release is news, and a proxy need not ask for each visitor.</summary>
    public const string Shortly = "public, max-age=60";

    public const string Never = "no-store";

    public string CacheControl { get; init; } = Shortly;

    public int StatusCode { get; init; } = StatusCodes.Status200OK;

    public DateTimeOffset? LastModified { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        EntityTagHeaderValue version = new($"\"{Convert.ToHexStringLower(SHA256.HashData(content.Span).AsSpan(0, 16))}\"");
        ResponseHeaders headers = httpContext.Response.GetTypedHeaders();
        httpContext.Response.StatusCode = StatusCode;
        httpContext.Response.Headers.CacheControl = CacheControl;
        headers.LastModified = LastModified;
        if (StatusCode == StatusCodes.Status200OK && CacheControl != Never) headers.ETag = version;
        if (headers.ETag is not null && Has(httpContext.Request, version))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        httpContext.Response.ContentType = contentType;
        httpContext.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method)) await httpContext.Response.Body.WriteAsync(content, httpContext.RequestAborted);
    }

    private static bool Has(HttpRequest request, EntityTagHeaderValue version) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(version, useStrongComparison: false));
}
