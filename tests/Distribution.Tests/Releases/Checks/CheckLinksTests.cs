using System.Collections.Concurrent;
using Distribution.Releases.Checks;
using Distribution.Releases.Drafts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Distribution.Tests.Releases.Checks;

/// <summary>
/// A web server on this machine answers with the status that its path names; <c>/get-only</c> knows no HEAD, and <c>/slow</c> never
/// answers.
/// </summary>
public sealed class CheckLinksTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new();
    private readonly ConcurrentQueue<string> asked = new();
    private readonly TaskCompletionSource slow = new();
    private WebApplication server = null!;
    private Uri origin = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.Run(AnswerAsync);
        await server.StartAsync(Token);
        origin = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("/200", null)]
    [InlineData("/get-only", null)]
    [InlineData("/to/200", null)]
    [InlineData("/401", null)]
    [InlineData("/429", null)]
    [InlineData("/404", "404")]
    [InlineData("/to/410", "410")]
    [InlineData("/500", "500")]
    public async Task A_link_is_dead_when_GET_says_so(string path, string? problem) =>
        Assert.Equal(problem, await ProblemAsync(path, new() { CheckPrivateLinks = true }));

    [Fact]
    public async Task A_link_that_does_not_answer_in_five_seconds_is_dead()
    {
        var run = ProblemAsync("/slow", new() { CheckPrivateLinks = true });
        await slow.Task.WaitAsync(Token);

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("no answer", await run);
    }

    [Fact]
    public async Task This_machine_is_never_asked()
    {
        Assert.Equal("no connection", await ProblemAsync("/200", new()));
        Assert.Empty(asked);
    }

    [Fact]
    public async Task Nothing_is_asked_where_links_are_not_to_be_checked()
    {
        Assert.Null(await ProblemAsync("/404", new() { CheckLinks = false, CheckPrivateLinks = true }));
        Assert.Empty(asked);
    }

    private async Task<string?> ProblemAsync(string path, ReleaseOptions options)
    {
        using CheckLinks checkLinks = new(Options.Create(options), clock);
        Uri link = new(origin, path);
        return (await checkLinks.RunAsync([link], Token)).GetValueOrDefault(link);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        asked.Enqueue($"{context.Request.Method} {path}");
        if (path == "/slow")
        {
            slow.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        }

        if (path.StartsWith("/to/", StringComparison.Ordinal)) context.Response.Redirect(path["/to".Length..]);
        else if (path == "/get-only") context.Response.StatusCode = HttpMethods.IsHead(context.Request.Method) ? 405 : 200;
        else context.Response.StatusCode = int.Parse(path.TrimStart('/'), null);
    }
}
