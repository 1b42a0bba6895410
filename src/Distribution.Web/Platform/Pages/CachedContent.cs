using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Platform.Pages;

/// <summary>
/// Content that everybody gets alike, under an ETag of its bytes; 304 for a client that has it already (RFC 9110, section 13). Only
/// content that is public is compressed: it holds no secret and no token, so its length betrays none (BREACH). Content that nobody may
/// keep, such as forms and the pages of links, is never compressed.
/// </summary>
internal sealed class CachedContent(ReadOnlyMemory<byte> content, string contentType) : IResult
{
    /// <summary>A minute: a release is news, and a proxy need not ask for each visitor.</summary>
    public const string Shortly = "public, max-age=60";

    public const string Never = "no-store";

    public string CacheControl { get; init; } = Shortly;

    public int StatusCode { get; init; } = StatusCodes.Status200OK;

    private bool IsPublic => StatusCode == StatusCodes.Status200OK && CacheControl.StartsWith("public", StringComparison.Ordinal);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCode;
        httpContext.Response.Headers.CacheControl = CacheControl;
        var coding = IsPublic ? ContentCoding.Choose(httpContext, content.Length, contentType) : null;
        if (IsPublic && IsKnown(httpContext, coding))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var body = coding is null ? content : coding.Encode(content);
        if (coding is not null) httpContext.Response.Headers.ContentEncoding = coding.Name;
        httpContext.Response.ContentType = contentType;
        httpContext.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    /// <summary>Names the version, and says whether the client has it.</summary>
    private bool IsKnown(HttpContext context, ContentCoding? coding)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span).AsSpan(0, 16));
        // The same version in another coding is another row of bytes, so that its tag is a weak one (RFC 9110, section 8.8.1).
        EntityTagHeaderValue version = new($"\"{hash}\"", isWeak: coding is not null);
        ResponseHeaders headers = context.Response.GetTypedHeaders();
        headers.ETag = version;
        headers.LastModified = context.RequestServices.GetRequiredService<ContentTimes>().Get(context.Request, hash);
        var asked = context.Request.GetTypedHeaders();
        // If-Modified-Since counts only where there is no If-None-Match (RFC 9110, section 13.1.3).
        return asked.IfNoneMatch.Count > 0
            ? asked.IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(version, useStrongComparison: false))
            : headers.LastModified is { } modified && asked.IfModifiedSince >= modified;
    }
}
