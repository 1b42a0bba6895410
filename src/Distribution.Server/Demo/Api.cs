using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Distribution.Server.Demo;

/// <summary>The program's own API as any other program uses it.</summary>
internal sealed class Api(Uri server, string key) : IDisposable
{
    private readonly HttpClient http = new()
    {
        BaseAddress = server,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
    };

    /// <summary>Reads; null when there is nothing.</summary>
    public async Task<JsonNode?> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound) return null;
        return await BodyAsync(response, path, cancellationToken);
    }

    /// <summary>Writes; what is there already stays as it is.</summary>
    /// <returns>The path of the thing, and the answer's body if it is new.</returns>
    public async Task<(string? Path, JsonNode? New)> PostAsync(
        string path, JsonNode body, CancellationToken cancellationToken, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        using var response = await http.SendAsync(request, cancellationToken);
        var location = response.Headers.Location?.OriginalString;
        return response.StatusCode == HttpStatusCode.Conflict
            ? (location, null)
            : (location, await BodyAsync(response, path, cancellationToken));
    }

    public async Task PutAsync(string path, JsonNode body, CancellationToken cancellationToken)
    {
        using var response = await http.PutAsJsonAsync(path, body, cancellationToken);
        await BodyAsync(response, path, cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonNode?> BodyAsync(HttpResponseMessage response, string path, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text)
            : throw new ServerFailure($"The demo stops: {path} answered {(int)response.StatusCode} {text}");
    }
}
