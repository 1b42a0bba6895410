using System.Net;
using System.Text;
using Distribution.Testing;

namespace Distribution.Functions.Tests;

/// <summary>The head answers every request as the same pipeline does over a server of its own.</summary>
public sealed class AnswerTests(HeadFixture fixture)
{
    /// <summary>More than <c>Web:LargestBody</c>.</summary>
    private const int TooLarge = 1024 * 1024 + 1;

    private const int ImportRows = 40_000;

    private static readonly Dictionary<string, Func<HttpRequestMessage>> Requests = new()
    {
        ["a page that a browser asks for and is not there"] = () =>
            Get("/releases/nothing", ("Accept", "text/html"), ("Accept-Language", "fr")),
        ["a path that no route has"] = () => Get("/api/nothing/at/all"),
        ["a path with two slashes"] = () => Get("/api//offices"),
        ["a path in other letters"] = () => Get("/releases/%C3%A9t%C3%A9%20%2F%20hiver"),
        ["a query in other letters"] = () => Get("/api/contacts?text=N%C3%BA%C3%B1ez+r&limit=3"),
        ["a page by HEAD"] = () => new(HttpMethod.Head, "/"),
        ["the API by HEAD"] = () => new(HttpMethod.Head, "/api/offices"),
        ["a page that a browser has already"] = () => Get("/feed.atom", ("If-None-Match", "*")),
        ["a method that a route does not have"] = () => new(HttpMethod.Patch, "/api/offices"),
        ["a form with a cookie that nobody gave"] = () => Form("/preferences/choices", ("Cookie", "__Host-preferences=made-up; other=1")),
        ["a form in a page's own encoding"] = () => Form("/en/subscribe"),
        ["a JSON body that is none"] = () => Post("/api/outlets", "{ not", "application/json"),
        ["a body of a type that is not taken"] = () => Post("/api/outlets", "<outlet/>", "application/xml"),
        ["a new thing behind a proxy that names another host"] = () =>
            Post("/api/outlets", """{ "id": "radio", "name": "Radio", "type": "radio" }""", "application/json",
                ("X-Forwarded-Host", "elsewhere.example.org"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "192.0.2.7")),
        ["a new thing under a key of its own"] = () =>
            Post("/api/outlets", """{ "id": "wire", "name": "Wire", "type": "agency" }""", "application/json", ("Idempotency-Key", "once")),
        ["another body under the same key"] = () =>
            Post("/api/outlets", """{ "id": "other", "name": "Other" }""", "application/json", ("Idempotency-Key", "once")),
        ["a page behind a proxy"] = () =>
            Get("/", ("X-Forwarded-Host", "elsewhere.example.org"), ("X-Forwarded-Proto", "http")),
        ["a release written in Markdown"] = () => Post("/api/releases", "# A headline\n\nAnd a body.", "text/markdown"),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Routes => [.. Repository.Rows("docs/reference/routes.md").Select(row => row[0].Trim('`'))];

    public static TheoryData<string> Names => [.. Requests.Keys];

    [Theory, MemberData(nameof(Routes))]
    public async Task Every_route_answers_alike_with_a_key_and_without(string route)
    {
        var (method, path) = (route.Split(' ')[0], Fill(route));

        await AssertAlikeAsync(() => Ask(new(method), path), HttpHost.AdministratorKey);
        await AssertAlikeAsync(() => Ask(new(method), path), key: null);
    }

    [Theory, MemberData(nameof(Names))]
    public Task A_request_of_each_kind_is_answered_alike(string name) => AssertAlikeAsync(Requests[name], HttpHost.AdministratorKey);

    [Fact]
    public async Task A_body_over_the_limit_is_our_refusal_and_not_the_hosts()
    {
        var withLength = await AssertAlikeAsync(TooMuch, HttpHost.AdministratorKey);
        var chunked = await AssertAlikeAsync(() => Chunked(TooMuch()), HttpHost.AdministratorKey);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.RequestEntityTooLarge), (withLength.Status, chunked.Status));
        Assert.All([withLength, chunked], answer => Assert.Contains("/problems/too-large", answer.Body, StringComparison.Ordinal));

        static HttpRequestMessage TooMuch() => Post("/api/outlets", new string(' ', TooLarge), "application/json");
    }

    [Fact]
    public async Task An_import_of_some_megabytes_is_taken()
    {
        var people = Enumerable.Range(0, ImportRows).Select(number => $"Journalist Number {number},journalist{number}@example.org,TT\n");
        var rows = "name,email,country\n" + string.Concat(people);
        Assert.True(rows.Length > 2 * TooLarge);

        var answer = await AssertAlikeAsync(() => Post("/api/imports?fileName=press.csv", rows, "text/csv"), HttpHost.AdministratorKey);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
    }

    private async Task<ComparableAnswer> AssertAlikeAsync(Func<HttpRequestMessage> request, string? key)
    {
        using var head = fixture.Head.Client(key);
        using var server = fixture.Server.Client(key);

        var expected = await ComparableAnswer.ReadAsync(server, request(), Token);

        Assert.Equal(expected, await ComparableAnswer.ReadAsync(head, request(), Token));
        return expected;
    }

    /// <summary>Reading a thing reads the one that is there; whatever would change one is about nothing.</summary>
    private string Fill(string route)
    {
        var (isRead, path) = (route.StartsWith("GET ", StringComparison.Ordinal), route.Split(' ')[1]);
        var id = !isRead ? "nobody" : path.Split('/').ElementAtOrDefault(2) switch
        {
            "offices" => "port-of-spain",
            "press-officers" => "maelle",
            "outlets" => "gazette",
            "media-lists" => "press",
            "contacts" => fixture.Contact,
            _ => "nobody",
        };
        return path
            .Replace("{id}", id, StringComparison.Ordinal)
            .Replace("{contact}", id, StringComparison.Ordinal)
            .Replace("{list}", "press", StringComparison.Ordinal)
            .Replace("{language}", "en", StringComparison.Ordinal)
            .Replace("{documentName}", "v1", StringComparison.Ordinal)
            .Replace("{", "", StringComparison.Ordinal)
            .Replace("}", "", StringComparison.Ordinal);
    }

    private static HttpRequestMessage Ask(HttpMethod method, string path) => new(method, path)
    {
        Content = method == HttpMethod.Post || method == HttpMethod.Put ? new StringContent("{}", Encoding.UTF8, "application/json") : null,
    };

    private static HttpRequestMessage Get(string path, params (string Name, string Value)[] headers) =>
        With(new(HttpMethod.Get, path), headers);

    private static HttpRequestMessage Post(string path, string body, string type, params (string Name, string Value)[] headers) =>
        With(new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) }, headers);

    private static HttpRequestMessage Form(string path, params (string Name, string Value)[] headers) =>
        With(
            new(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("address", "nobody"), new("list", "press")]) },
            headers);

    private static HttpRequestMessage With(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static HttpRequestMessage Chunked(HttpRequestMessage request)
    {
        request.Headers.TransferEncodingChunked = true;
        return request;
    }
}
