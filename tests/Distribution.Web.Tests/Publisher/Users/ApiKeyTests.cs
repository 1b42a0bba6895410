using System.Net;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Publisher.Users;

public sealed class ApiKeyTests(HttpHostFixture fixture) : IClassFixture<HttpHostFixture>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task A_key_is_shown_once_and_never_again()
    {
        await PersonAsync("shown", """{ "role": "viewer" }""");
        using var created = await PostAsync(app.Administrator, "shown", "viewer");
        var key = (await created.JsonAsync(HttpStatusCode.Created)).GetProperty("key").GetString()!;
        using var read = await app.Administrator.ReadAsync(created.Headers.Location!.ToString());
        using var list = await app.Administrator.ReadAsync("/api/keys?limit=200");
        var secret = key.Split('_', 3)[2];
        foreach (var answer in new[] { read, list })
        {
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_key_cannot_be_given_more_than_its_person_holds()
    {
        await PersonAsync("low", """{ "role": "author" }""");
        using var answer = await PostAsync(app.Administrator, "low", "approver");
        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "role");
    }

    [Fact]
    public async Task A_key_cannot_be_given_a_place_where_its_person_holds_nothing()
    {
        await OfficeAsync("nassau");
        await OfficeAsync("castries");
        await PersonAsync("placed", """{ "role": "author", "office": "nassau" }""");
        using var answer = await PostAsync(app.Administrator, "placed", "author", "castries");
        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "role");
    }

    [Fact]
    public async Task A_key_cannot_be_given_more_than_its_maker_holds()
    {
        await OfficeAsync("kingston");
        await PersonAsync("everywhere", """{ "role": "author" }""");
        using var maker = app.Client(await app.NewKeyAsync(Role.Administrator, "kingston"));
        using var wide = await PostAsync(maker, "everywhere", "author");
        await wide.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        using var narrow = await PostAsync(maker, "everywhere", "author", "kingston");
        await narrow.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task An_administrator_of_the_office_is_not_a_second_person_by_a_key_for_its_approver()
    {
        await OfficeAsync("basseterre");
        await PersonAsync("approves", """{ "role": "approver", "office": "basseterre" }""");
        using var maker = app.Client(await app.NewKeyAsync(Role.Administrator, "basseterre"));
        using var refused = await PostAsync(maker, "approves", "approver", "basseterre");
        var problem = await refused.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Contains("approves", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);

        using var first = await PostAsync(app.Administrator, "approves", "approver");
        var key = await first.JsonAsync(HttpStatusCode.Created);
        Assert.Equal("administrator", key.GetProperty("createdBy").GetString());
        using var approver = app.Client(key.GetProperty("key").GetString());
        using var own = await PostAsync(approver, "approves", "viewer");
        Assert.Equal("approves", (await own.JsonAsync(HttpStatusCode.Created)).GetProperty("createdBy").GetString());
        var ids = (await (await approver.ReadAsync("/api/keys")).JsonAsync()).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("user").GetString()).ToList();
        Assert.Equal(["approves", "approves"], ids);
        using var others = await approver.ReadAsync($"/api/keys/{(await KeyOfAsync("someone-else")).GetProperty("id").GetString()}");
        await others.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task The_audit_names_who_made_a_key_for_another()
    {
        var key = await KeyOfAsync("made-for");
        using var audit = await app.Administrator.ReadAsync($"/api/audit?subject=key:{key.GetProperty("id").GetString()}");
        var entry = (await audit.JsonAsync()).GetProperty("items")[0];
        Assert.Equal(("keys.created", "administrator"), (entry.GetProperty("action").GetString(), entry.GetProperty("by").GetString()));
        Assert.Contains("made-for", entry.GetProperty("changes").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_for_an_office_writes_nothing_any_more_when_its_user_moves_to_another()
    {
        await OfficeAsync("roseau");
        await OfficeAsync("plymouth");
        await PersonAsync("mover", """{ "role": "author", "office": "roseau" }""");
        using var created = await PostAsync(app.Administrator, "mover", "author", "roseau");
        using var client = app.Client((await created.JsonAsync(HttpStatusCode.Created)).GetProperty("key").GetString());
        using var before = await client.PostAsync("/api/outlets", """{ "name": "Roseau Radio", "type": "radio", "country": "DM" }""");
        Assert.Equal(HttpStatusCode.Created, before.StatusCode);
        (await app.Administrator.PutAsync(
            "/api/users/mover",
            """{ "name": "P", "email": "p@example.org", "grants": [{ "role": "author", "office": "plymouth" }] }"""))
            .EnsureSuccessStatusCode();

        using var after = await client.PostAsync("/api/outlets", """{ "name": "Plymouth Radio", "type": "radio", "country": "DM" }""");
        var problem = await after.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal("author", problem.GetProperty("role").GetString());
        using var read = await client.ReadAsync("/api/contacts");
        await read.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_scoped_key_writes_at_its_office_and_at_no_other()
    {
        await OfficeAsync("georgetown");
        await OfficeAsync("paramaribo");
        await PersonAsync("scoped", """{ "role": "author" }""");
        using var created = await PostAsync(app.Administrator, "scoped", "author", "georgetown");
        using var client = app.Client((await created.JsonAsync(HttpStatusCode.Created)).GetProperty("key").GetString());
        using var own = await client.PostAsync("/api/media-lists", """{ "names": { "en": "Georgetown press" }, "office": "georgetown" }""");
        Assert.Equal(HttpStatusCode.Created, own.StatusCode);
        using var foreign =
            await client.PostAsync("/api/media-lists", """{ "names": { "en": "Paramaribo press" }, "office": "paramaribo" }""");
        await foreign.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        using var moved =
            await client.PutAsync("/api/media-lists/georgetown-press", """{ "names": { "en": "Ours" }, "office": "paramaribo" }""");
        await moved.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_person_is_not_deleted_while_a_key_acts_for_them()
    {
        await PersonAsync("keyed", """{ "role": "viewer" }""");
        using var created = await PostAsync(app.Administrator, "keyed", "viewer");
        using var refused = await app.Administrator.RemoveAsync("/api/users/keyed");
        await refused.AssertProblemAsync(HttpStatusCode.Conflict, "in-use");
        (await app.Administrator.RemoveAsync(created.Headers.Location!.ToString())).EnsureSuccessStatusCode();
        using var deleted = await app.Administrator.RemoveAsync("/api/users/keyed");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
    }

    [Theory]
    [InlineData("""{ "name": "k", "user": "nobody", "role": "viewer" }""", "user")]
    [InlineData("""{ "name": "k", "user": "../x", "role": "viewer" }""", "user")]
    [InlineData("""{ "name": "k", "user": "nobody", "role": "viewer", "offices": ["atlantis"] }""", "offices.0")]
    [InlineData("""{ "name": "k", "user": "nobody", "role": "viewer", "expiresAt": "2026-11-24T08:59:00-04:00" }""", "expiresAt")]
    [InlineData("""{ "name": " ", "user": "nobody", "role": "viewer" }""", "name")]
    public async Task A_key_that_is_not_right_names_the_field(string json, string field)
    {
        using var answer = await app.Administrator.PostAsync("/api/keys", json);
        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    private async Task<System.Text.Json.JsonElement> KeyOfAsync(string person)
    {
        await PersonAsync(person, """{ "role": "viewer" }""");
        using var created = await PostAsync(app.Administrator, person, "viewer");
        return await created.JsonAsync(HttpStatusCode.Created);
    }

    private async Task PersonAsync(string id, string grant) =>
        (await app.Administrator.PostAsync(
            "/api/users", $$"""{ "id": "{{id}}", "name": "P", "email": "p@example.org", "grants": [{{grant}}] }"""))
            .EnsureSuccessStatusCode();

    private async Task OfficeAsync(string id)
    {
        var office =
            $$"""{ "id": "{{id}}", "names": { "en": "O" }, "country": "JM", "timeZone": "America/Jamaica", "replyAddress": "o@example.org" }""";
        (await app.Administrator.PostAsync("/api/offices", office)).EnsureSuccessStatusCode();
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string person, string role, params string[] offices) =>
        client.PostAsync(
            "/api/keys",
            $$"""{ "name": "cms", "user": "{{person}}", "role": "{{role}}", "offices": [{{string.Join(", ", offices.Select(office => $"\"{office}\""))}}] }""");
}
