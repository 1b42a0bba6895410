using System.Net;
using System.Text;
using Xunit;

namespace Distribution.Testing;

/// <summary>Requests as tests make them: JSON as it goes over the wire, and headers as pairs.</summary>
public static class Requests
{
    public static Task<HttpResponseMessage> SendAsync(
        this HttpClient client, HttpMethod method, string address, string? json = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, address);
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static Task<HttpResponseMessage> ReadAsync(
        this HttpClient client, string address, params (string Name, string Value)[] headers) =>
        client.SendAsync(HttpMethod.Get, address, null, headers);

    public static Task<HttpResponseMessage> PostAsync(
        this HttpClient client, string address, string json, params (string Name, string Value)[] headers) =>
        client.SendAsync(HttpMethod.Post, address, json, headers);

    public static Task<HttpResponseMessage> PutAsync(
        this HttpClient client, string address, string json, params (string Name, string Value)[] headers) =>
        client.SendAsync(HttpMethod.Put, address, json, headers);

    /// <summary>Posts a form and, where that is answered with another page (303), reads it as a browser does.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var answer = await client.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
        if (answer is not { StatusCode: HttpStatusCode.SeeOther, Headers.Location: { } page }) return answer;
        answer.Dispose();
        return await client.GetAsync(page, TestContext.Current.CancellationToken);
    }

    public static Task<HttpResponseMessage> RemoveAsync(
        this HttpClient client, string address, params (string Name, string Value)[] headers) =>
        client.SendAsync(HttpMethod.Delete, address, null, headers);
}
