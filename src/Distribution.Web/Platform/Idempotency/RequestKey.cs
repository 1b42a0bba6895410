using Distribution.Platform.Security;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Platform.Idempotency;

/// <summary>The identity of a request, which a retry shares, as a handler's parameter.</summary>
/// <param name="Principal">Id of the user.</param>
/// <param name="Key">Their Idempotency-Key; null when the request has none.</param>
internal sealed record RequestKey(string Principal, string? Key)
{
    /// <summary>No key: every request is a new one.</summary>
    private static readonly RequestKey None = new("", null);

    /// <summary>An id for what the request creates: the same one when the request comes again.</summary>
    public string ToId() => Key is null ? NewId.Random() : NewId.From("key", Principal, Key);

    public static ValueTask<RequestKey> BindAsync(HttpContext context) => new(context.Features.Get<RequestKey>() ?? None);
}
