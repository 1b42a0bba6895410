using System.Net;
using System.Text;
using System.Text.Json;
using Distribution.Testing;

namespace Distribution.Web.Tests.Platform.Resources;

public sealed class VersionTests(HttpHostFixture fixture) : IClassFixture<HttpHostFixture>
{
    private const string Stale = "\"0000000000000000\"";

    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task What_is_created_has_an_address_and_a_version()
    {
        using var created = await CreateAsync("created");
        Assert.Equal("/api/outlets/created", created.Headers.Location?.ToString());
        using var read = await app.Administrator.ReadAsync("/api/outlets/created");
        Assert.Equal(created.Headers.ETag, read.Headers.ETag);
        Assert.False(read.Headers.ETag!.IsWeak);
    }

    [Fact]
    public async Task What_the_caller_has_is_not_sent_again()
    {
        using var created = await CreateAsync("cached");
        using var answer = await app.Administrator.ReadAsync("/api/outlets/cached", ("If-None-Match", created.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_change_to_another_version_is_refused()
    {
        using var created = await CreateAsync("contested");
        var first = ("If-Match", created.Headers.ETag!.ToString());
        using var changed = await app.Administrator.PutAsync("/api/outlets/contested", Outlet("contested", "radio"), first);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(created.Headers.ETag, changed.Headers.ETag);
        using var late = await app.Administrator.PutAsync("/api/outlets/contested", Outlet("contested", "weekly"), first);
        var problem = await late.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed");
        Assert.Equal(
            (changed.Headers.ETag!.ToString(), "administrator"),
            (problem.GetProperty("currentETag").GetString(), problem.GetProperty("changedBy").GetString()));
        Assert.Equal(app.Clock.GetUtcNow(), problem.GetProperty("changedAt").GetDateTimeOffset());
        using var deleted = await app.Administrator.RemoveAsync("/api/outlets/contested", first);
        await deleted.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed");
        using var read = await app.Administrator.ReadAsync("/api/outlets/contested");
        Assert.Equal("radio", (await read.JsonAsync()).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(
        "/api/contacts",
        """{ "address": "version@example.org", "name": "V", "languages": ["en"], "source": "card", "lawfulBasis": "consent" }""")]
    [InlineData("/api/suppressions", """{ "address": "version@example.org", "reason": "asked", "evidence": "Her letter." }""")]
    [InlineData("/api/topics", """{ "id": "version", "names": { "en": "Version" } }""")]
    [InlineData("/api/press-officers", """{ "office": "version", "name": "Version", "email": "version@example.org" }""")]
    public async Task A_deletion_of_another_version_says_which_there_is_and_who_wrote_it(string path, string body)
    {
        (await app.Administrator.PostAsync("/api/offices", OfficeBody)).Dispose();
        using var created = await app.Administrator.PostAsync(path, body);
        created.EnsureSuccessStatusCode();

        using var refused = await app.Administrator.RemoveAsync(created.Headers.Location!.ToString(), ("If-Match", Stale));

        await AssertCurrentAsync(refused, created.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task A_change_of_another_version_of_the_organisation_says_which_there_is_and_who_wrote_it()
    {
        const string body = """
            { "names": { "en": "O" }, "languages": ["en"], "postalAddress": "1 Road", "website": "https://example.org", "senderAddress": "p@example.org" }
            """;
        using var early = await app.Administrator.PutAsync("/api/organisation", body, ("If-Match", Stale));
        var problem = await early.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed");
        Assert.Equal(JsonValueKind.Null, problem.GetProperty("currentETag").ValueKind);
        using var created = await app.Administrator.PutAsync("/api/organisation", body);

        using var refused = await app.Administrator.PutAsync("/api/organisation", body, ("If-Match", Stale));

        await AssertCurrentAsync(refused, created.Headers.ETag!.ToString());
    }

    [Theory]
    [InlineData("DELETE", "")]
    [InlineData("POST", "/run")]
    [InlineData("POST", "/check")]
    public async Task A_change_of_another_version_of_an_import_says_which_there_is_and_who_began_it(string method, string action)
    {
        using HttpRequestMessage upload = new(HttpMethod.Post, "/api/imports?fileName=press.csv")
        {
            Content = new StringContent("Email\nana@example.org\n", Encoding.UTF8, "text/csv"),
        };
        using var uploaded = await app.Administrator.SendAsync(upload, TestContext.Current.CancellationToken);
        var address = uploaded.Headers.Location!.ToString();
        const string settings = """{ "source": "List", "lawfulBasis": "publicTask", "language": "en" }""";

        using var refused = method == "DELETE"
            ? await app.Administrator.RemoveAsync(address, ("If-Match", Stale))
            : await app.Administrator.PostAsync(address + action, settings, ("If-Match", Stale));

        var problem = await refused.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed");
        Assert.Equal(
            (uploaded.Headers.ETag!.ToString(), "uploaded", "administrator"),
            (Text(problem, "currentETag"), Text(problem, "state"), Text(problem, "changedBy")));
        Assert.Equal(JsonValueKind.String, problem.GetProperty("changedAt").ValueKind);
    }

    [Fact]
    public async Task Any_version_will_do_for_a_star_and_without_a_condition()
    {
        using var created = await CreateAsync("any");
        (await app.Administrator.PutAsync("/api/outlets/any", Outlet("any", "radio"), ("If-Match", "*"))).EnsureSuccessStatusCode();
        (await app.Administrator.PutAsync("/api/outlets/any", Outlet("any", "weekly"))).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task What_is_gone_is_missing_whatever_the_condition()
    {
        using var created = await CreateAsync("gone");
        using var deleted = await app.Administrator.RemoveAsync("/api/outlets/gone");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using var again = await app.Administrator.RemoveAsync("/api/outlets/gone", ("If-Match", Stale));
        await again.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
        using var changed = await app.Administrator.PutAsync("/api/outlets/gone", Outlet("gone", "radio"));
        await changed.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task An_id_is_taken_only_once()
    {
        using var created = await CreateAsync("taken");
        using var again = await app.Administrator.PostAsync("/api/outlets", Outlet("taken", "radio"));
        await again.AssertProblemAsync(HttpStatusCode.Conflict, "exists");
    }

    [Fact]
    public async Task An_id_never_changes()
    {
        using var created = await CreateAsync("fixed");
        using var renamed = await app.Administrator.PutAsync("/api/outlets/fixed", Outlet("other", "radio"));
        await renamed.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "id");
    }

    [Theory]
    [InlineData("/api/outlets/UPPER")]
    [InlineData("/api/outlets/a%2Fb")]
    [InlineData("/api/outlets/a%23b")]
    [InlineData("/api/outlets/%00")]
    [InlineData("/api/outlets/a%0A")]
    public async Task What_cannot_be_an_id_is_missing(string address)
    {
        using var answer = await app.Administrator.ReadAsync(address);
        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
    }

    private const string OfficeBody =
        """{ "id": "version", "names": { "en": "Version" }, "country": "TT", "timeZone": "America/Port_of_Spain", "replyAddress": "v@example.org" }""";

    private async Task AssertCurrentAsync(HttpResponseMessage refused, string current)
    {
        var problem = await refused.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed");
        Assert.Equal((current, "administrator"), (Text(problem, "currentETag"), Text(problem, "changedBy")));
        Assert.Equal(app.Clock.GetUtcNow(), problem.GetProperty("changedAt").GetDateTimeOffset());
    }

    private static string? Text(JsonElement problem, string member) => problem.GetProperty(member).GetString();

    private Task<HttpResponseMessage> CreateAsync(string id) => app.Administrator.PostAsync("/api/outlets", Outlet(id, "daily"));

    private static string Outlet(string id, string type) => $$"""{ "id": "{{id}}", "name": "Gazette", "type": "{{type}}" }""";
}
