using System.IO.Compression;

namespace Distribution.Platform.Idempotency;

/// <summary>The answer to a request, as it is given again to every repetition.</summary>
/// <param name="Body">Compressed with gzip.</param>
public sealed record KeptAnswer(int Status, string? Location, string? EntityTag, string? ContentType, byte[] Body)
{
    public static byte[] Compress(ReadOnlySpan<byte> body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal)) gzip.Write(body);
        return compressed.ToArray();
    }

    public async Task WriteBodyAsync(Stream destination, CancellationToken cancellationToken)
    {
        await using var gzip = new GZipStream(new MemoryStream(Body), CompressionMode.Decompress);
        await gzip.CopyToAsync(destination, cancellationToken);
    }
}
