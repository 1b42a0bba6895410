using Distribution.Platform.Idempotency;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Platform.Idempotency;

/// <summary>Holds an answer back until it is kept.</summary>
internal sealed class RecordedAnswer : IAsyncDisposable
{
    private readonly HttpResponse response;
    private readonly Stream body;
    private readonly MemoryStream buffer = new();

    public RecordedAnswer(HttpResponse response)
    {
        (this.response, body) = (response, response.Body);
        response.Body = buffer;
    }

    /// <summary>The answer if it is one to keep; a refusal is not, since the corrected request may come with the same key.</summary>
    public KeptAnswer? Answer() => response.StatusCode is >= 200 and < 300
        ? new(response.StatusCode, Text(response.Headers.Location), Text(response.Headers.ETag), response.ContentType, Compressed())
        : null;

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        response.Body = body;
        buffer.Position = 0;
        await buffer.CopyToAsync(body, cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        response.Body = body;
        return buffer.DisposeAsync();
    }

    private byte[] Compressed() => KeptAnswer.Compress(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));

    private static string? Text(string? header) => string.IsNullOrEmpty(header) ? null : header;
}
