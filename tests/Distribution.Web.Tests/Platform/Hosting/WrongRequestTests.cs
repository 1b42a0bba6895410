using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Distribution.Testing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Distribution.Web.Tests.Platform.Hosting;

/// <summary>Whatever anybody without a key sends, the program answers, and its log shows no failure.</summary>
public sealed class WrongRequestTests(Azurite azurite) : IAsyncLifetime
{
    private const string Fields = "application/x-www-form-urlencoded";
    private const string Parts = "multipart/form-data; boundary=b";

    private HttpHost app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await HttpHost.StartAsync(
        azurite,
        Token,
        new Dictionary<string, string?> { ["Signup:PerNetworkPerHour"] = "1000" },
        services => services.AddLogging(logging => logging.AddFakeLogging()));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public static TheoryData<string, string?, string> Bodies => new()
    {
        { "nothing", null, "" },
        { "no content type", null, "address=rosa%40example.org" },
        { "another content type", "text/plain", "address=rosa%40example.org" },
        { "no content type at all", "nonsense", "address=rosa%40example.org" },
        { "JSON", "application/json", "{}" },
        { "JSON in UTF-7", "application/json; charset=utf-7", "{}" },
        { "JSON in letters that there are none of", "application/json; charset=klingon", "{}" },
        { "a form in UTF-7", "application/x-www-form-urlencoded; charset=utf-7", "address=rosa%40example.org" },
        { "a form in letters that there are none of", "application/x-www-form-urlencoded; charset=klingon", "a=b" },
        { "parts without a boundary", "multipart/form-data", "address" },
        { "parts with a boundary that is too long", $"multipart/form-data; boundary={new string('b', 200)}", "address" },
        { "parts that are none", "multipart/form-data; boundary=b", "address" },
        { "parts that are cut off", Parts, "--b\r\nContent-Disposition: form-data; name=\"address\"\r\n\r\nrosa" },
        { "parts with a wrong header", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition\r\n\r\nrosa\r\n--b--\r\n" },
        {
            "parts in UTF-7",
            Parts,
            "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nrosa\r\n--b--\r\n"
        },
        { "too many fields", Fields, string.Join('&', Enumerable.Range(0, 2000).Select(number => $"a{number}=1")) },
        { "a name that is too long", "application/x-www-form-urlencoded", $"{new string('a', 3000)}=1" },
        { "the character 0", "application/x-www-form-urlencoded", "address=%00&lists=%00" },
        { "the character 0 in a name", "application/x-www-form-urlencoded", "address%00=1" },
        { "halves of characters", "application/x-www-form-urlencoded", "address=%ED%A0%80&lists=%FF" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_none_is_refused(string what, string? type, string body)
    {
        foreach (var address in Anonymous("POST"))
        {
            using HttpRequestMessage request = new(HttpMethod.Post, address);
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (type is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var answer = await app.Anonymous.SendAsync(request, Token);
            await AssertRefusedAsync(answer, $"{what} to {address}");
        }

        AssertNoFailure();
    }

    [Theory]
    [InlineData("%0A")]
    [InlineData("%C2%85")]
    [InlineData("a%5Cb")]
    [InlineData("%23")]
    [InlineData("%3F")]
    [InlineData("%7F")]
    [InlineData("%00")]
    [InlineData("%F0%9F%90%A0")]
    [InlineData("%ED%A0%80")]
    [InlineData("..%2F..%2Fa")]
    [InlineData("a'%20or%20'1'%20eq%20'1")]
    public async Task A_name_that_no_row_can_have_is_not_found(string name)
    {
        foreach (var address in Anonymous("GET", name).Concat(Anonymous("GET").Select(
            address => $"{address}?list={name}&done={name}&page={name}&after={name}&limit={name}")))
        {
            using var answer = await app.Anonymous.ReadAsync(address);
            Assert.True((int)answer.StatusCode < 500, $"{address}: {(int)answer.StatusCode}");
        }

        foreach (var address in Anonymous("POST", name))
        {
            using FormUrlEncodedContent form = new([new("address", "rosa")]);
            using var answer = await app.Anonymous.PostAsync(address, form, Token);
            Assert.True((int)answer.StatusCode < 500, $"{address}: {(int)answer.StatusCode}");
        }

        AssertNoFailure();
    }

    [Theory]
    [InlineData("GET / HTTP/1.0\r\n\r\n")]
    [InlineData("GET /en/subscribe HTTP/1.0\r\n\r\n")]
    [InlineData("GET /unsubscribe/none HTTP/1.0\r\n\r\n")]
    [InlineData("GET /health HTTP/1.0\r\n\r\n")]
    [InlineData("GET /en/subscribe HTTP/1.1\r\nHost: a,b;c\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /en/subscribe HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n")]
    [InlineData("POST /en/subscribe HTTP/1.0\r\nContent-Length: 0\r\n\r\n")]
    public async Task A_request_without_a_host_that_there_can_be_is_answered(string request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(app.Address.Host, app.Address.Port, Token);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Token);
        using StreamReader reader = new(client.GetStream());
        var answer = await reader.ReadToEndAsync(Token);

        Assert.Matches(request.StartsWith("GET", StringComparison.Ordinal) ? @"^HTTP/1\.1 (200|40[04]) " : @"^HTTP/1\.1 415 ", answer);
        AssertNoFailure();
    }

    [Fact]
    public async Task What_is_refused_before_it_is_read_counts_for_its_network_all_the_same()
    {
        await using var strict = await HttpHost.StartAsync(
            azurite, Token, new Dictionary<string, string?> { ["Signup:PerNetworkPerHour"] = "3" });
        List<HttpStatusCode> answers = [];
        foreach (var address in (string[])["/en/subscribe", "/en/preferences", "/api/signups", "/en/subscribe", "/api/signups"])
        {
            using StringContent body = new("{", MediaTypeHeaderValue.Parse(
                address.StartsWith("/api", StringComparison.Ordinal) ? "application/json" : "text/plain"));
            using var answer = await strict.Anonymous.PostAsync(address, body, Token);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(
            [HttpStatusCode.UnsupportedMediaType, HttpStatusCode.UnsupportedMediaType, HttpStatusCode.BadRequest,
                HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests],
            answers);
    }

    /// <summary>A page or problem details; the link to unsubscribe takes any body.</summary>
    private static async Task AssertRefusedAsync(HttpResponseMessage answer, string what)
    {
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{what}: {(int)answer.StatusCode} {text}");
        Assert.True(
            answer.Content.Headers.ContentType?.MediaType is "application/problem+json" or "text/html",
            $"{what}: {answer.Content.Headers.ContentType}");
        Assert.NotEmpty(text);
    }

    private void AssertNoFailure() => Assert.Empty(
        app.Get<FakeLogCollector>().GetSnapshot()
            .Where(record => record.Level >= LogLevel.Error || record.Exception is not null).Select(record => $"{record}"));

    private IEnumerable<string> Anonymous(string method, string name = "none") =>
        from route in app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where route.Metadata.GetMetadata<IAllowAnonymous>() is not null
            && route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) == true
        select "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => segment.Parts[0] switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "language" } => "en",
            _ => name,
        }));
}
