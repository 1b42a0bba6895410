using System.Net;
using System.Text.Json;
using Xunit;

namespace Distribution.Testing;

/// <summary>Assertions about an answer.</summary>
public static class Answers
{
    /// <summary>The answer is the named problem; returns its body.</summary>
    public static async Task<JsonElement> AssertProblemAsync(this HttpResponseMessage answer, HttpStatusCode status, string name)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} instead of {(int)status}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using var document = JsonDocument.Parse(text);
        Assert.Equal($"/problems/{name}", document.RootElement.GetProperty("type").GetString());
        return document.RootElement.Clone();
    }

    /// <summary>The answer is the named problem and names the field.</summary>
    public static async Task<string> AssertFieldAsync(this HttpResponseMessage answer, HttpStatusCode status, string name, string field)
    {
        var problem = await answer.AssertProblemAsync(status, name);
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out var messages), $"{field} is not named in {problem}");
        return messages[0].GetString()!;
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} instead of {(int)status}: {text}");
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
