using System.Net;
using Distribution.Testing;

namespace Distribution.Web.Tests.Contacts.Contacts;

public sealed class ChangeEmployerEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task A_contact_goes_to_another_outlet_and_keeps_the_old_position_everything_else_and_its_sources()
    {
        var address = await WithOutletAsync("rosa@example.org", "harbour-gazette", "radio-mar");

        using var answer = await app.Administrator.PostAsync(
            $"{address}/change-employer", """{ "outlet": "radio-mar", "role": "anchor", "date": "2026-12-01", "source": "telephone" }""");

        var moved = await answer.JsonAsync();
        Assert.Equal(
            """[{"outlet":"radio-mar","role":"anchor","from":"2026-12-01","until":null},{"outlet":"harbour-gazette","role":"editor","from":null,"until":"2026-11-30"}]""",
            moved.GetProperty("positions").GetRawText());
        Assert.Equal(("Rosa", "telephone"), (moved.GetProperty("name").GetString(), moved.GetProperty("source").GetString()));
        Assert.Equal("card", moved.GetProperty("origins").GetProperty("name").GetProperty("source").GetString());
        Assert.False(moved.GetProperty("origins").TryGetProperty("positions", out _));
        using var read = await app.Administrator.ReadAsync(address);
        Assert.Equal(answer.Headers.ETag, read.Headers.ETag);
        using var audit = await app.Administrator.ReadAsync($"/api/audit?subject=contact:{moved.GetProperty("id").GetString()}");
        var entry = Assert.Single(
            (await audit.JsonAsync()).GetProperty("items").EnumerateArray(),
            entry => entry.GetProperty("action").GetString() == "contacts.moved");
        Assert.Equal("radio-mar", entry.GetProperty("details").GetProperty("outlet").GetString());
    }

    [Fact]
    public async Task Without_a_date_it_is_today_and_the_search_finds_them_by_what_the_new_outlet_is()
    {
        var address = await WithOutletAsync("tariq@example.org", "islands-weekly", "tele-sur");

        using var answer =
            await app.Administrator.PostAsync($"{address}/change-employer", """{ "outlet": "tele-sur", "source": "telephone" }""");

        Assert.Equal("2026-11-24", (await answer.JsonAsync()).GetProperty("positions")[0].GetProperty("from").GetString());
        using var found = await app.Administrator.ReadAsync("/api/contacts?q=tele");
        Assert.Single((await found.JsonAsync()).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("""{ "outlet": "nowhere", "source": "telephone" }""", "outlet")]
    [InlineData("""{ "outlet": "old-post", "role": "editor", "source": "telephone" }""", "outlet")]
    [InlineData("""{ "outlet": "new-post", "from": "nowhere", "source": "telephone" }""", "from")]
    [InlineData("""{ "outlet": "new-post", "date": "0001-01-01", "source": "telephone" }""", "date")]
    [InlineData("""{ "outlet": "new-post", "source": " " }""", "source")]
    public async Task What_is_not_right_is_named(string body, string field)
    {
        var address = await WithOutletAsync($"wrong{body.Length}@example.org", "old-post", "new-post");

        using var answer = await app.Administrator.PostAsync($"{address}/change-employer", body);

        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    [Fact]
    public async Task It_is_refused_of_a_version_that_is_not_the_last_and_of_nobody()
    {
        var address = await WithOutletAsync("stale@example.org", "old-post", "new-post");
        const string Body = """{ "outlet": "new-post", "source": "telephone" }""";

        using var stale = await app.Administrator.PostAsync($"{address}/change-employer", Body, ("If-Match", "\"0\""));
        await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed");
        using var nobody = await app.Administrator.PostAsync($"/api/contacts/{new string('0', 64)}/change-employer", Body);
        await nobody.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    private async Task<string> WithOutletAsync(string address, string outlet, string other)
    {
        foreach (var id in new[] { outlet, other })
        {
            using var made = await app.Administrator.PostAsync(
                "/api/outlets", $$"""{ "id": "{{id}}", "name": "{{id.Replace('-', ' ')}}", "type": "daily" }""");
        }

        using var created = await app.Administrator.PostAsync(
            "/api/contacts",
            $$"""
            {
              "address": "{{address}}", "name": "Rosa", "languages": ["es"], "source": "card", "lawfulBasis": "consent",
              "positions": [{ "outlet": "{{outlet}}", "role": "editor" }]
            }
            """);
        await created.JsonAsync(HttpStatusCode.Created);
        return created.Headers.Location!.ToString();
    }
}
