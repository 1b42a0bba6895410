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
/// A web server on this machine answers with the status that its path names; <c>/get-only</c> knows no HEAD, <c>/slow</c> never
/// answers, <c>/to</c> leads to the address in its query, and <c>/cookie</c> lets in only those who bring the cookie of their last visit.
/// </summary>
public sealed class CheckLinksTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new();
    private readonly ConcurrentQueue<string> cookies = new();
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
    [InlineData("/404", "the server answers 404")]
    [InlineData("/to/410", "the server answers 410")]
    [InlineData("/500", "the server answers 500")]
    [InlineData("/to/to/to/to/to/200", null)]
    [InlineData("/to/to/to/to/to/to/200", "it redirects more than five times")]
    public async Task A_link_is_dead_when_GET_says_so(string path, string? problem) =>
        Assert.Equal(problem, await ProblemAsync(path, Private));

    [Theory]
    [InlineData("file:///etc/passwd", "it redirects to file:, which is no web address")]
    [InlineData("about:blank", "it redirects to about:, which is no web address")]
    [InlineData("data:text/plain,hello", "it redirects to data:, which is no web address")]
    [InlineData("javascript:alert(1)", "it redirects to javascript:, which is no web address")]
    [InlineData("ftp://example.org/a", "it redirects to ftp:, which is no web address")]
    [InlineData("http://", "its host is no domain name")]
    [InlineData("http://a..b/", "its host is no domain name")]
    [InlineData("http://reef%E2%80%8D.invalid/", "its host is no domain name")]
    [InlineData("http://127.0.0.1:1/", "no connection")]
    public async Task A_redirect_to_what_is_no_web_address_is_a_finding_and_no_failure(string place, string problem) =>
        Assert.Equal(problem, await ProblemAsync($"/to?{Uri.EscapeDataString(place)}", Private));

    [Fact]
    public async Task A_link_that_fails_leaves_the_others_their_findings()
    {
        using CheckLinks checkLinks = new(Options.Create(Private), clock);
        Uri odd = new("http://\u200D/"), gone = new(origin, "/404"), good = new(origin, "/200");

        var dead = await checkLinks.RunAsync([odd, gone, good], Token);

        Assert.Equal([LinkFault.Status(404), LinkFault.NoHost], [dead[gone], dead[odd]]);
        Assert.DoesNotContain(good, dead);
    }

    [Fact]
    public async Task No_cookie_is_kept_from_one_request_to_the_next()
    {
        await ProblemAsync("/cookie", Private);
        await ProblemAsync("/cookie", Private);

        Assert.Equal(4, cookies.Count);
        Assert.All(cookies, Assert.Empty);
    }

    [Fact]
    public async Task A_link_that_does_not_answer_in_five_seconds_is_dead()
    {
        var run = ProblemAsync("/slow", Private);
        await slow.Task.WaitAsync(Token);

        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("no answer within five seconds", await run);
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

    private static ReleaseOptions Private => new() { CheckPrivateLinks = true };

    private async Task<string?> ProblemAsync(string path, ReleaseOptions options)
    {
        using CheckLinks checkLinks = new(Options.Create(options), clock);
        Uri link = new(origin, path);
        return (await checkLinks.RunAsync([link], Token)).GetValueOrDefault(link)?.Words.In("en");
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

        if (path == "/to")
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = Uri.UnescapeDataString(context.Request.QueryString.Value![1..]);
        }
        else if (path == "/cookie")
        {
            cookies.Enqueue(context.Request.Headers.Cookie.ToString());
            context.Response.Headers.SetCookie = "visitor=1; Path=/";
            context.Response.StatusCode = 404;
        }
        else if (path.StartsWith("/to/", StringComparison.Ordinal)) context.Response.Redirect(path["/to".Length..]);
        else if (path == "/get-only") context.Response.StatusCode = HttpMethods.IsHead(context.Request.Method) ? 405 : 200;
        else context.Response.StatusCode = int.Parse(path.TrimStart('/'), null);
    }
}
