using System.Net;
using Distribution.Testing;

namespace Distribution.Web.Tests.Publisher.Users;

public sealed class AuthenticationTests(HttpHostFixture fixture) : IClassFixture<HttpHostFixture>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task A_request_without_a_key_is_asked_for_one()
    {
        using var answer = await app.Anonymous.ReadAsync("/api/outlets/");
        await answer.AssertProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        Assert.Equal("Bearer realm=\"distribution\"", answer.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("dist_0123456789abcdef_secret")]
    [InlineData(HttpHost.AdministratorKey + "x")]
    public async Task A_wrong_key_is_said_to_be_invalid(string key)
    {
        using var client = app.Client(key);
        using var answer = await client.ReadAsync("/api/outlets/");
        await answer.AssertProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
        Assert.Contains("error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_the_settings_may_do_everything()
    {
        using var answer = await app.Administrator.ReadAsync("/api/keys");
        await answer.JsonAsync();
    }

    [Fact]
    public async Task A_key_stops_when_its_time_is_over()
    {
        var key = await NewKeyAsync("ends", """{ "role": "viewer" }""", "viewer", expires: "2026-11-24T14:00:00Z");
        using var client = app.Client(key);
        (await client.ReadAsync("/api/outlets")).EnsureSuccessStatusCode();
        app.Clock.Advance(TimeSpan.FromHours(1));
        using var answer = await client.ReadAsync("/api/outlets");
        await answer.AssertProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task A_revoked_key_stops_at_once()
    {
        var key = await NewKeyAsync("revoked", """{ "role": "viewer" }""", "viewer");
        using var client = app.Client(key);
        (await client.ReadAsync("/api/outlets")).EnsureSuccessStatusCode();
        (await app.Administrator.RemoveAsync($"/api/keys/{key.Split('_')[1]}")).EnsureSuccessStatusCode();
        using var answer = await client.ReadAsync("/api/outlets");
        await answer.AssertProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task A_reader_may_read_but_not_write()
    {
        using var client = app.Client(await NewKeyAsync("reads", """{ "role": "administrator" }""", "viewer"));
        (await client.ReadAsync("/api/outlets")).EnsureSuccessStatusCode();
        using var answer = await client.PostAsync("/api/outlets", """{ "name": "Gazette", "type": "daily" }""");
        await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_key_can_do_no_more_than_its_person_can_by_now()
    {
        using var client = app.Client(await NewKeyAsync("lowered", """{ "role": "author" }""", "author"));
        await PutUserAsync("lowered", """{ "role": "viewer" }""");
        using var answer = await client.PostAsync("/api/outlets", """{ "name": "Gazette", "type": "daily" }""");
        await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    private async Task<string> NewKeyAsync(string person, string grant, string role, string? expires = null)
    {
        (await app.Administrator.PostAsync("/api/users", $$"""{ "id": "{{person}}", "name": "P", "email": "p@example.org", "grants": [{{grant}}] }"""))
            .EnsureSuccessStatusCode();
        var until = expires is null ? "null" : $"\"{expires}\"";
        using var answer = await app.Administrator.PostAsync(
            "/api/keys", $$"""{ "name": "test", "user": "{{person}}", "role": "{{role}}", "expiresAt": {{until}} }""");
        return (await answer.JsonAsync(HttpStatusCode.Created)).GetProperty("key").GetString()!;
    }

    private async Task PutUserAsync(string person, string grant) =>
        (await app.Administrator.PutAsync($"/api/users/{person}", $$"""{ "name": "P", "email": "p@example.org", "grants": [{{grant}}] }"""))
            .EnsureSuccessStatusCode();
}
