using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Platform.Pages;

/// <summary>A coding in which content is sent: Brotli or gzip, whichever the client would rather have (RFC 9110, section 12.5.3).</summary>
internal sealed class ContentCoding
{
    /// <summary>Less than that is one packet anyway.</summary>
    private const int Least = 1_000;

    private static readonly ContentCoding[] Known =
    [
        new("br", output => new BrotliStream(output, CompressionLevel.Optimal)),
        new("gzip", output => new GZipStream(output, CompressionLevel.Optimal)),
    ];

    private readonly Func<Stream, Stream> open;

    private ContentCoding(string name, Func<Stream, Stream> open) => (Name, this.open) = (name, open);

    public string Name { get; }

    /// <returns>Null to send the content as it is. The answer then still says that it depends on what the client takes.</returns>
    public static ContentCoding? Choose(HttpContext context, int length, string contentType)
    {
        if (length < Least || !IsText(contentType)) return null;
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        var taken = context.Request.GetTypedHeaders().AcceptEncoding;
        return Known.Select(coding => (Coding: coding, Quality: QualityOf(coding.Name, taken))).Where(choice => choice.Quality > 0)
            .OrderByDescending(choice => choice.Quality).Select(choice => choice.Coding).FirstOrDefault();
    }

    public ReadOnlyMemory<byte> Encode(ReadOnlyMemory<byte> content)
    {
        using MemoryStream encoded = new();
        using (var coder = open(encoded)) coder.Write(content.Span);
        return encoded.ToArray();
    }

    private static double QualityOf(string name, IList<StringWithQualityHeaderValue> taken) =>
        (taken.FirstOrDefault(value => value.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? taken.FirstOrDefault(value => value.Value == "*")) is { } found ? found.Quality ?? 1 : 0;

    private static bool IsText(string contentType) =>
        contentType.StartsWith("text/", StringComparison.Ordinal) || contentType.Contains("xml", StringComparison.Ordinal);
}
