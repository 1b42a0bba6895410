using System.Net;
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

    private Task<HttpResponseMessage> CreateAsync(string id) => app.Administrator.PostAsync("/api/outlets", Outlet(id, "daily"));

    private static string Outlet(string id, string type) => $$"""{ "id": "{{id}}", "name": "Gazette", "type": "{{type}}" }""";
}
