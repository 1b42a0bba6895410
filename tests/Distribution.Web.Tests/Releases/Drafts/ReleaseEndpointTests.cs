using System.Net;
using System.Text.Json.Nodes;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Releases.Drafts;

public sealed class ReleaseEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private static readonly string Right = ReleaseJson.Right().ToJsonString();

    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task A_posted_release_is_a_draft_with_its_texts()
    {
        using var created = await app.Administrator.PostAsync("/api/releases", Right);

        var release = await created.JsonAsync(HttpStatusCode.Created);
        Assert.Equal($"/api/releases/{release.GetProperty("id").GetString()}", created.Headers.Location!.ToString());
        Assert.Equal(("draft", 1), (release.GetProperty("state").GetString(), release.GetProperty("version").GetInt32()));
        Assert.Equal("administrator", release.GetProperty("createdBy").GetString());
        using var read = await app.Administrator.ReadAsync(created.Headers.Location!.ToString());
        var texts = (await read.JsonAsync()).GetProperty("translations");
        Assert.Equal("Quatre États comptent leurs récifs", texts.GetProperty("fr").GetProperty("headline").GetString());
        Assert.Equal(created.Headers.ETag, read.Headers.ETag);
    }

    [Fact]
    public async Task Releases_are_listed_newest_first_with_their_headlines()
    {
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        using var first = await app.Administrator.PostAsync("/api/releases", Right);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        using var second = await app.Administrator.PostAsync("/api/releases", Right);

        using var newest = await app.Administrator.ReadAsync("/api/releases?limit=1");
        var part = await newest.JsonAsync();
        using var rest = await app.Administrator.ReadAsync($"/api/releases?limit=1&after={part.GetProperty("next").GetString()}");

        Assert.Equal(Id(second), part.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal(Id(first), (await rest.JsonAsync()).GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal("Four states count their reefs", part.GetProperty("items")[0].GetProperty("headlines").GetProperty("en").GetString());
    }

    [Fact]
    public async Task A_draft_is_replaced_and_deleted_by_whoever_has_its_version()
    {
        using var created = await app.Administrator.PostAsync("/api/releases", Right);
        var address = created.Headers.Location!.ToString();
        var version = ("If-Match", created.Headers.ETag!.ToString());

        using var replaced = await app.Administrator.PutAsync(address, ReleaseJson.With("topics", """["Fish"]"""), version);
        var release = await replaced.JsonAsync();
        Assert.Equal((2, "fish"), (release.GetProperty("version").GetInt32(), release.GetProperty("topics")[0].GetString()));

        using var late = await app.Administrator.PutAsync(address, Right, version);
        await late.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed");
        using var tooLate = await app.Administrator.RemoveAsync(address, version);
        await tooLate.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed");
        using var deleted = await app.Administrator.RemoveAsync(address);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using var gone = await app.Administrator.ReadAsync(address);
        await gone.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task A_repeated_request_makes_one_release()
    {
        var key = ("Idempotency-Key", "release-once");
        using var first = await app.Administrator.PostAsync("/api/releases", Right, key);

        using var second = await app.Administrator.PostAsync("/api/releases", Right, key);
        using var other = await app.Administrator.PostAsync("/api/releases", ReleaseJson.With("topics", "[]"), key);

        Assert.Equal((HttpStatusCode.Created, first.Headers.Location), (second.StatusCode, second.Headers.Location));
        await other.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "key-reused");
    }

    [Fact]
    public async Task A_source_under_another_key_leads_to_its_release()
    {
        var json = ReleaseJson.With("source", """{ "system": "drupal", "id": "node/1234" }""");
        using var first = await app.Administrator.PostAsync("/api/releases", json, ("Idempotency-Key", "first"));
        await first.JsonAsync(HttpStatusCode.Created);

        using var second = await app.Administrator.PostAsync("/api/releases", json, ("Idempotency-Key", "second"));
        using var repeated = await app.Administrator.PostAsync("/api/releases", json, ("Idempotency-Key", "first"));

        await second.AssertProblemAsync(HttpStatusCode.Conflict, "exists");
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(HttpStatusCode.Created, repeated.StatusCode);
    }

    [Theory]
    [InlineData("office", "office", "\"atlantis\"")]
    [InlineData("pressOfficers.0", "pressOfficers", """["nobody"]""")]
    [InlineData("audience.lists.0", "audience.lists", """["no-such-list"]""")]
    [InlineData("audience.lists.0", "audience.lists", """["nassau-press"]""")]
    [InlineData("audience.lists.0", "audience.lists", "[null]")]
    [InlineData("audience.countries.0", "audience.countries", """["Jamaica"]""")]
    [InlineData("countries.0", "countries", """["XX"]""")]
    [InlineData("translations", "translations", "{}")]
    [InlineData("translations.fr", "translations.fr", "null")]
    [InlineData("translations.klingon", "translations.klingon", """{ "headline": "a", "body": "b" }""")]
    [InlineData("waitHours", "waitHours", "169")]
    [InlineData("state", "state", "\"released\"")]
    [InlineData("sendAt", "sendAt", "\"2020-01-01T09:00:00Z\"")]
    [InlineData("originalLanguage", "originalLanguage", "\"es\"")]
    [InlineData("source.system", "source", """{ "system": "Drupal!", "id": "1" }""")]
    public async Task Bad_input_names_the_field(string field, string member, string value)
    {
        using var answer = await app.Administrator.PostAsync("/api/releases", ReleaseJson.With(member, value));

        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    [Theory]
    [InlineData("audience.lists", "audience", null)]
    [InlineData("audience.lists", "audience.lists", "[]")]
    [InlineData("translations.fr.headline", "translations.fr.headline", "\" \"")]
    [InlineData("translations.fr.body", "translations.fr.body", "\" \"")]
    public async Task A_release_that_is_no_draft_must_be_complete(string field, string member, string? value)
    {
        var json = JsonNode.Parse(ReleaseJson.With(member, value))!.AsObject();
        json["state"] = "submitted";

        using var answer = await app.Administrator.PostAsync("/api/releases", json.ToJsonString());

        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    [Fact]
    public async Task A_draft_needs_no_audience_and_no_body_and_is_completed_before_it_is_submitted()
    {
        const string Json = """{ "office": "port-of-spain", "translations": { "fr": { "headline": "Quatre États" } } }""";
        using var created = await app.Administrator.PostAsync("/api/releases", Json);
        var draft = await created.JsonAsync(HttpStatusCode.Created);
        Assert.Equal("draft", draft.GetProperty("translations").GetProperty("fr").GetProperty("state").GetString());
        var address = created.Headers.Location!.ToString();

        using var early = await app.Administrator.PostAsync($"{address}/submit", "{}");
        var fields = (await early.JsonAsync(HttpStatusCode.UnprocessableEntity)).GetProperty("errors");
        Assert.Equal(["audience.lists", "translations"], fields.EnumerateObject().Select(field => field.Name).Order());

        using var completed = await app.Administrator.PutAsync(address, Right);
        Assert.Equal(HttpStatusCode.OK, completed.StatusCode);
        using var submitted = await app.Administrator.PostAsync($"{address}/submit", "{}");
        Assert.Equal("submitted", (await submitted.JsonAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_release_can_be_read_and_put_back_in_every_state()
    {
        using var created = await app.Administrator.PostAsync("/api/releases", Right);
        var address = created.Headers.Location!.ToString();
        using (var submitted = await app.Administrator.PostAsync($"{address}/submit", """{ "sendAt": "2027-01-04T09:00:00Z" }""")) await submitted.JsonAsync();
        using var read = await app.Administrator.ReadAsync(address);
        var body = await read.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        using var same = await app.Administrator.PutAsync(address, body);
        var json = JsonNode.Parse(body)!.AsObject();
        json["translations"]!["en"]!["headline"] = "Four states count reefs";
        using var changed = await app.Administrator.PutAsync(address, json.ToJsonString());
        json["state"] = "scheduled";
        using var refused = await app.Administrator.PutAsync(address, json.ToJsonString());

        Assert.Equal(1, (await same.JsonAsync()).GetProperty("version").GetInt32());
        var release = await changed.JsonAsync();
        Assert.Equal((2, "submitted"), (release.GetProperty("version").GetInt32(), release.GetProperty("state").GetString()));
        await refused.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "state");
    }

    [Theory]
    [InlineData("office", "office", null)]
    [InlineData("translations", "translations", null)]
    [InlineData("translations", "translations", "null")]
    [InlineData("translations.fr.text", "translations.fr.text", "\"a\"")]
    [InlineData("source.id", "source", """{ "system": "drupal" }""")]
    public async Task What_cannot_be_read_names_the_field(string field, string member, string? value)
    {
        using var answer = await app.Administrator.PostAsync("/api/releases", ReleaseJson.With(member, value));

        await answer.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", field);
    }

    [Theory]
    [InlineData(Role.Viewer, null, HttpStatusCode.Forbidden)]
    [InlineData(Role.Author, null, HttpStatusCode.Created)]
    [InlineData(Role.Author, PressOffice.Desk, HttpStatusCode.Created)]
    [InlineData(Role.Author, PressOffice.Child, HttpStatusCode.Forbidden)]
    [InlineData(Role.Author, PressOffice.Foreign, HttpStatusCode.Forbidden)]
    public async Task Officers_at_the_office_or_above_it_write(Role role, string? office, HttpStatusCode status)
    {
        using var client = await fixture.ClientAsync(role, office);
        using var draft = await app.Administrator.PostAsync("/api/releases", Right);

        using var created = await client.PostAsync("/api/releases", Right);
        using var replaced = await client.PutAsync(draft.Headers.Location!.ToString(), Right);
        using var deleted = await client.RemoveAsync(draft.Headers.Location!.ToString());

        Assert.Equal(status, created.StatusCode);
        Assert.Equal(status == HttpStatusCode.Created, replaced.IsSuccessStatusCode);
        Assert.Equal(status == HttpStatusCode.Created, deleted.IsSuccessStatusCode);
        (await client.ReadAsync("/api/releases")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task An_author_cannot_give_a_release_to_an_office_that_is_not_theirs()
    {
        using var officer = await fixture.ClientAsync(Role.Author, PressOffice.Foreign);
        var json = ReleaseJson.Right();
        (json["office"], json["audience"]!["lists"]![1]) = (PressOffice.Foreign, "nassau-press");
        using var draft = await officer.PostAsync("/api/releases", json.ToJsonString());
        await draft.JsonAsync(HttpStatusCode.Created);

        using var moved = await officer.PutAsync(draft.Headers.Location!.ToString(), Right);

        await moved.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    private static string Id(HttpResponseMessage created) => created.Headers.Location!.ToString().Split('/')[^1];
}
