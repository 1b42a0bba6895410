using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Platform.Idempotency;

/// <summary>Decides whether two requests are the same.</summary>
internal static class Fingerprint
{
    /// <summary>SHA-256 of method, address and body, hexadecimal. Reads the body and puts it back.</summary>
    public static async Task<string> ComputeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        request.Body = body;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        hash.AppendData(body.GetBuffer().AsSpan(0, (int)body.Length));
        body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
