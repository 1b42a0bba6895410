using System.Text;
using Distribution.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Web.Tests.Platform.Hosting;

/// <summary>The pipeline as the Functions head runs it: built by itself, once, and given one context after the other.</summary>
public sealed class BarePipelineTests(HttpHostFixture fixture) : IClassFixture<HttpHostFixture>
{
    [Fact]
    public async Task A_request_is_answered_as_by_the_server()
    {
        var pipeline = new ApplicationBuilder(fixture.App.Services).UseDistribution().Build();

        Assert.Equal((200, """{"status":"ok"}"""), await SendAsync(pipeline, "GET", "/health"));
        await AssertProblemAsync(pipeline, "GET", "/nowhere", "missing");
        await AssertProblemAsync(pipeline, "POST", "/health", "method");
        await AssertProblemAsync(pipeline, "GET", "/api/outlets", "unauthorized");
        var (status, body) = await SendAsync(pipeline, "POST", "/api/outlets", """{ "name": 5 }""");
        Assert.Equal(400, status);
        Assert.Contains("\"name\":[\"is a text.\"]", body, StringComparison.Ordinal);
    }

    private async Task AssertProblemAsync(RequestDelegate pipeline, string method, string path, string name) =>
        Assert.Contains($"\"type\":\"/problems/{name}\"", (await SendAsync(pipeline, method, path)).Body, StringComparison.Ordinal);

    private async Task<(int Status, string Body)> SendAsync(RequestDelegate pipeline, string method, string path, string? json = null)
    {
        await using var scope = fixture.App.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (context.Request.Method, context.Request.Path, context.Response.Body) = (method, path, new MemoryStream());
        if (json is not null)
        {
            context.Request.Headers.Authorization = $"Bearer {HttpHost.AdministratorKey}";
            context.Features.Set<IHttpRequestBodyDetectionFeature>(new WithBody());
            (context.Request.ContentType, context.Request.Body) = ("application/json", new MemoryStream(Encoding.UTF8.GetBytes(json)));
        }

        await pipeline(context);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()));
    }

    /// <summary>A server's feature for a request with a body.</summary>
    private sealed class WithBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }
}
