using System.Net;
using System.Text.Json;
using Distribution.Testing;

namespace Distribution.Web.Tests.Platform.Audit;

public sealed class AuditedEditTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private const string Person = """{ "id": "noor", "name": "Noor", "email": "noor@example.org", "grants": [{ "role": "viewer" }] }""";

    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task An_edited_contact_is_on_record_with_who_and_which_fields_and_without_what_they_say()
    {
        using var created = await app.Administrator.PostAsync("/api/contacts", Contact("Rosa", "active"));
        var id = (await created.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString();
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        (await app.Administrator.PutAsync($"/api/contacts/{id}", Contact("Rosa Lima", "archived"))).EnsureSuccessStatusCode();
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        (await app.Administrator.RemoveAsync($"/api/contacts/{id}")).EnsureSuccessStatusCode();

        var entries = await EntriesAsync($"contact:{id}");

        Assert.Equal(["contacts.deleted", "contacts.replaced", "contacts.created"], entries.Select(Action));
        Assert.All(entries, entry => Assert.Equal("administrator", entry.GetProperty("by").GetString()));
        var changes = entries[1].GetProperty("changes").EnumerateArray().ToDictionary(change => change.GetProperty("field").GetString()!);
        Assert.Equal(
            ("active", "archived"),
            (changes["status"].GetProperty("before").GetString(), changes["status"].GetProperty("after").GetString()));
        Assert.Equal(JsonValueKind.Null, changes["name"].GetProperty("after").ValueKind);
        Assert.DoesNotContain("topics", changes.Keys);
        Assert.All(entries, entry => Assert.DoesNotContain("Rosa", entry.ToString(), StringComparison.Ordinal));
        Assert.All(entries, entry => Assert.DoesNotContain("example.org", entry.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "offices",
        "office:castries",
        """{ "id": "castries", "names": { "en": "Castries" }, "country": "LC", "timeZone": "America/St_Lucia", "replyAddress": "c@example.org" }""",
        "America/St_Lucia",
        "America/Barbados")]
    [InlineData(
        "press-officers",
        "pressOfficer:zoe",
        """{ "id": "zoe", "office": "kingston", "name": "Zoë", "email": "zoe@example.org" }""",
        "kingston",
        "nassau")]
    [InlineData(
        "media-lists",
        "mediaList:reefs",
        """{ "id": "reefs", "names": { "en": "Reefs" }, "public": true, "office": "kingston" }""",
        "true",
        "false")]
    [InlineData("outlets", "outlet:radio-mar", """{ "id": "radio-mar", "name": "Radio Mar", "type": "radio" }""", "radio", "online")]
    [InlineData("users", "user:noor", Person, "viewer", "approver")]
    public async Task What_is_created_replaced_and_deleted_is_on_record(string list, string subject, string body, string old, string now)
    {
        var address = $"/api/{list}/{subject[(subject.IndexOf(':', StringComparison.Ordinal) + 1)..]}";
        (await app.Administrator.PostAsync($"/api/{list}", body)).EnsureSuccessStatusCode();
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        (await app.Administrator.PutAsync(address, body.Replace($"\"{old}\"", $"\"{now}\"", StringComparison.Ordinal)
            .Replace(": true", ": false", StringComparison.Ordinal))).EnsureSuccessStatusCode();
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        (await app.Administrator.RemoveAsync(address)).EnsureSuccessStatusCode();

        var entries = await EntriesAsync(subject);

        Assert.Equal(["deleted", "replaced", "created"], entries.Select(entry => Action(entry).Split('.')[1]));
        var change = Assert.Single(entries[1].GetProperty("changes").EnumerateArray());
        Assert.Contains(old, change.GetProperty("before").GetString(), StringComparison.Ordinal);
        Assert.Contains(now, change.GetProperty("after").GetString(), StringComparison.Ordinal);
        Assert.Empty(entries[0].GetProperty("changes").EnumerateArray());
    }

    [Fact]
    public async Task A_replacement_that_changes_nothing_and_one_that_is_refused_leave_no_entry()
    {
        (await app.Administrator.PostAsync(
            "/api/outlets", """{ "id": "same", "name": "Same", "type": "daily" }""")).EnsureSuccessStatusCode();
        (await app.Administrator.PutAsync("/api/outlets/same", """{ "name": "Same", "type": "daily" }""")).EnsureSuccessStatusCode();
        using var refused = await app.Administrator.PutAsync("/api/outlets/same", """{ "name": "", "type": "weekly" }""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);

        Assert.Equal(["outlets.created"], (await EntriesAsync("outlet:same")).Select(Action));
    }

    [Fact]
    public async Task A_key_that_is_made_and_revoked_is_on_record_without_its_secret()
    {
        (await app.Administrator.PostAsync(
            "/api/users", Person.Replace("noor", "lena", StringComparison.Ordinal))).EnsureSuccessStatusCode();
        using var created = await app.Administrator.PostAsync("/api/keys", """{ "name": "Reader", "user": "lena", "role": "viewer" }""");
        var key = await created.JsonAsync(HttpStatusCode.Created);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        (await app.Administrator.RemoveAsync($"/api/keys/{key.GetProperty("id").GetString()}")).EnsureSuccessStatusCode();

        var entries = await EntriesAsync($"key:{key.GetProperty("id").GetString()}");

        Assert.Equal(["keys.deleted", "keys.created"], entries.Select(Action));
        var changes = entries[1].GetProperty("changes").EnumerateArray().ToDictionary(change => change.GetProperty("field").GetString()!);
        Assert.Equal(
            ("lena", "viewer"), (changes["user"].GetProperty("after").GetString(), changes["role"].GetProperty("after").GetString()));
        Assert.Equal(JsonValueKind.Null, changes["secretHash"].GetProperty("after").ValueKind);
    }

    [Fact]
    public async Task Who_put_a_contact_on_a_list_and_who_took_them_off_is_among_what_was_done_to_the_contact()
    {
        using var created = await app.Administrator.PostAsync(
            "/api/contacts", Contact("Tariq", "active").Replace("rosa", "tariq", StringComparison.Ordinal));
        var id = (await created.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString();
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        (await app.Administrator.PostAsync(
            $"/api/contacts/{id}/subscriptions",
            """{ "list": "everyone", "basis": "consent", "evidence": "Told Maëlle." }""")).EnsureSuccessStatusCode();
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        (await app.Administrator.RemoveAsync($"/api/contacts/{id}/subscriptions/everyone")).EnsureSuccessStatusCode();

        var entries = await EntriesAsync($"contact:{id}");

        Assert.Equal(["subscriptions.ended", "subscriptions.created", "contacts.created"], entries.Select(Action));
        Assert.All(entries.Take(2), entry => Assert.Equal("everyone", entry.GetProperty("details").GetProperty("list").GetString()));
    }

    [Fact]
    public async Task Who_suppressed_an_address_and_who_lifted_that_is_on_record()
    {
        using var created = await app.Administrator.PostAsync(
            "/api/suppressions", """{ "address": "mei@example.org", "reason": "asked", "evidence": "By telephone." }""");
        var id = (await created.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString();
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        (await app.Administrator.RemoveAsync($"/api/suppressions/{id}")).EnsureSuccessStatusCode();

        var entries = await EntriesAsync($"suppression:{id}");

        Assert.Equal(["suppressions.deleted", "suppressions.created"], entries.Select(Action));
        Assert.DoesNotContain("telephone", entries[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_organisation_is_a_subject_without_an_id()
    {
        const string Organisation =
            """{ "names": { "en": "O" }, "languages": ["en"], "postalAddress": "P", "website": "https://example.org", "senderAddress": "o@example.org" }""";
        (await app.Administrator.PutAsync("/api/organisation", Organisation)).EnsureSuccessStatusCode();
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        (await app.Administrator.PutAsync(
            "/api/organisation", Organisation.Replace("[\"en\"]", "[\"en\", \"es\"]", StringComparison.Ordinal))).EnsureSuccessStatusCode();

        var entries = await EntriesAsync("organisation");

        Assert.Equal("organisation.replaced", Action(entries[0]));
        Assert.Equal("en, es", Assert.Single(entries[0].GetProperty("changes").EnumerateArray()).GetProperty("after").GetString());
    }

    private static string Contact(string name, string status) =>
        $$"""{ "address": "rosa@example.org", "name": "{{name}}", "languages": ["es"], "topics": ["reefs"], "status": "{{status}}", "source": "card", "lawfulBasis": "consent" }""";

    private static string Action(JsonElement entry) => entry.GetProperty("action").GetString()!;

    private async Task<List<JsonElement>> EntriesAsync(string subject)
    {
        using var answer = await app.Administrator.ReadAsync($"/api/audit?subject={subject}");
        return [.. (await answer.JsonAsync()).GetProperty("items").EnumerateArray()];
    }
}
