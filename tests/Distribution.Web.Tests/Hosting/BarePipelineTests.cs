using System.Text;
using Distribution.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Web.Tests.Hosting;

/// <summary>The pipeline as the Functions head runs it: built by itself and given one context after the other.</summary>
public sealed class BarePipelineTests(AppFixture fixture) : IClassFixture<AppFixture>
{
    private readonly RequestDelegate pipeline = new ApplicationBuilder(fixture.App.Services).UseDistribution().Build();

    [Theory]
    [InlineData("GET", "/health", 200)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("POST", "/health", 405)]
    [InlineData("GET", "/api/outlets", 401)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    public async Task A_request_is_answered_as_by_the_server(string method, string path, int status)
    {
        var (answered, body) = await SendAsync(method, path, null);
        Assert.Equal(status, answered);
        if (status >= 400) Assert.Contains("\"type\":\"/problems/", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_is_read_and_refused_inside_the_pipeline()
    {
        var (status, body) = await SendAsync("POST", "/api/outlets", """{ "name": 5 }""");
        Assert.Equal(400, status);
        Assert.Contains("\"name\":[\"is a text.\"]", body, StringComparison.Ordinal);
    }

    private async Task<(int Status, string Body)> SendAsync(string method, string path, string? json)
    {
        await using var scope = fixture.App.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (context.Request.Method, context.Request.Path, context.Response.Body) = (method, path, new MemoryStream());
        if (json is not null)
        {
            context.Request.Headers.Authorization = $"Bearer {App.AdministratorKey}";
            context.Features.Set<IHttpRequestBodyDetectionFeature>(new WithBody());
            (context.Request.ContentType, context.Request.Body) = ("application/json", new MemoryStream(Encoding.UTF8.GetBytes(json)));
        }

        await pipeline(context);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()));
    }

    /// <summary>What every server says of a request with a body.</summary>
    private sealed class WithBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }
}
