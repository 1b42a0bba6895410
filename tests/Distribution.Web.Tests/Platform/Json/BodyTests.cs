using System.Net;
using Distribution.Testing;

namespace Distribution.Web.Tests.Platform.Json;

public sealed class BodyTests(HttpHostFixture fixture) : IClassFixture<HttpHostFixture>
{
    private const string Office =
        """{ "names": { "en": "Kingston" }, "country": "JM", "timeZone": "America/Jamaica", "replyAddress": "k@example.org" }""";

    private readonly HttpHost app = fixture.App;

    [Theory]
    [InlineData("/api/outlets", """{ "name": "Gazette", "type": "daily" """, "body")]
    [InlineData("/api/outlets", """{ "name": }""", "name")]
    [InlineData("/api/outlets", """{ "name": 5, "type": "daily" }""", "name")]
    [InlineData("/api/outlets", """{ "name": null, "type": "daily" }""", "name")]
    [InlineData("/api/outlets", """{ "type": "daily" }""", "name")]
    [InlineData("/api/outlets", """{ "name": "Gazette", "type": "dayly" }""", "type")]
    [InlineData("/api/outlets", """{ "name": "Gazette", "type": 1 }""", "type")]
    [InlineData("/api/outlets", """{ "name": "Gazette", "type": "daily", "naem": "x" }""", "naem")]
    [InlineData("/api/outlets", """{ "name": "Gazette", "name": "Gazette", "type": "daily" }""", "name")]
    [InlineData("/api/outlets", """{ "name": "Gazette", "type": "daily", "languages": "en" }""", "languages")]
    [InlineData("/api/outlets", """{ "name": "Gazette", "type": "daily", "languages": [1] }""", "languages.0")]
    [InlineData("/api/outlets", "[]", "body")]
    [InlineData("/api/users", """{ "name": "P", "email": "p@example.org", "grants": [{ "role": "king" }] }""", "grants.0.role")]
    [InlineData("/api/users", """{ "name": "P", "email": "p@example.org", "grants": [{ }] }""", "grants.0.role")]
    [InlineData("/api/users", """{ "name": "P", "email": "p@example.org", "grants": [{ "role": "viewer", "at": "x" }] }""", "grants.0.at")]
    [InlineData(
        "/api/offices",
        """{ "names": "Kingston", "country": "JM", "timeZone": "America/Jamaica", "replyAddress": "k@example.org" }""",
        "names")]
    [InlineData(
        "/api/offices",
        """{ "names": { "en": 5 }, "country": "JM", "timeZone": "America/Jamaica", "replyAddress": "k@example.org" }""",
        "names")]
    [InlineData("/api/keys", """{ "name": "k", "user": "p", "role": "viewer", "expiresAt": "2026-11-24T09:00:00" }""", "expiresAt")]
    [InlineData("/api/keys", """{ "name": "k", "user": "p", "role": "viewer", "expiresAt": "tomorrow" }""", "expiresAt")]
    public async Task A_body_that_cannot_be_read_names_the_field(string address, string json, string field)
    {
        using var answer = await app.Administrator.PostAsync(address, json);
        await answer.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", field);
    }

    [Fact]
    public async Task A_wrong_word_is_answered_with_the_right_ones()
    {
        using var answer = await app.Administrator.PostAsync("/api/outlets", """{ "name": "Gazette", "type": "dayly" }""");
        var message = await answer.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", "type");
        Assert.Equal("is one of: daily, weekly, radio, television, online, agency, freelance, other.", message);
    }

    [Fact]
    public async Task Every_missing_field_is_named()
    {
        using var answer = await app.Administrator.PostAsync("/api/offices", "{}");
        var problem = await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "unreadable");
        Assert.Equal(
            ["country", "names", "replyAddress", "timeZone"],
            problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
    }

    [Fact]
    public async Task Nothing_of_the_program_shows_in_an_answer()
    {
        using var answer = await app.Administrator.PostAsync("/api/outlets", """{ "name": 5 }""");
        Assert.DoesNotContain(
            "Distribution.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_is_not_json()
    {
        using var form = new FormUrlEncodedContent([new("name", "Gazette")]);
        using var answer = await app.Administrator.PostAsync("/api/outlets", form, TestContext.Current.CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.UnsupportedMediaType, "media-type");
    }

    [Theory]
    [InlineData("/api/users", """{ "name": "P", "email": "p@example.org", "grants": [null] }""", "grants.0")]
    [InlineData("/api/keys", """{ "name": "k", "user": "p", "role": "viewer", "offices": [null] }""", "offices.0")]
    [InlineData("/api/outlets", """{ "name": "Gazette", "type": "daily", "languages": [null] }""", "languages.0")]
    public async Task An_entry_that_is_null_is_named(string address, string json, string field)
    {
        using var answer = await app.Administrator.PostAsync(address, json);
        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    [Fact]
    public async Task Unknown_letters_are_not_json()
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=klingon");
        using var answer = await app.Administrator.PostAsync("/api/outlets", content, TestContext.Current.CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.UnsupportedMediaType, "media-type");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task No_body_is_unreadable(string json)
    {
        using var answer = await app.Administrator.PostAsync("/api/outlets", json);
        await answer.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", "body");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_too_large_however_it_is_sent(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/outlets");
        request.Content =
            new StringContent($$"""{ "name": "{{new string('x', 1024 * 1024)}}", "type": "daily" }""", null, "application/json");
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await app.Administrator.SendAsync(request, TestContext.Current.CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task What_was_read_may_be_sent_back()
    {
        using var created = await app.Administrator.PostAsync("/api/offices", Office);
        var text = await created.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var answer = await app.Administrator.PutAsync(created.Headers.Location!.ToString(), text);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
