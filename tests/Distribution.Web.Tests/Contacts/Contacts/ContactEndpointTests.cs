using System.Net;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Contacts.Contacts;

public sealed class ContactEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task A_contact_is_created_read_replaced_and_deleted()
    {
        using var created = await app.Administrator.PostAsync("/api/contacts", Contact("rosa@example.org"));
        var contact = await created.JsonAsync(HttpStatusCode.Created);
        var address = created.Headers.Location!.ToString();
        Assert.Equal($"/api/contacts/{contact.GetProperty("id").GetString()}", address);

        using var read = await app.Administrator.ReadAsync(address);
        Assert.Equal("rosa@example.org", (await read.JsonAsync()).GetProperty("address").GetString());
        Assert.Equal(created.Headers.ETag, read.Headers.ETag);

        using var replaced = await app.Administrator.PutAsync(address, Contact("rosa@example.net"), ("If-Match", created.Headers.ETag!.ToString()));
        Assert.Equal("rosa@example.net", (await replaced.JsonAsync()).GetProperty("address").GetString());

        using var stale = await app.Administrator.RemoveAsync(address, ("If-Match", created.Headers.ETag!.ToString()));
        await stale.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed");
        using var deleted = await app.Administrator.RemoveAsync(address, ("If-Match", replaced.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using var gone = await app.Administrator.ReadAsync(address);
        await gone.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task What_is_worth_a_look_at_an_address_is_said_and_the_address_is_taken()
    {
        var slip = "tariq@" + "gmial.com";
        using var created = await app.Administrator.PostAsync("/api/contacts", Contact("newsroom@example.org"));
        var address = created.Headers.Location!.ToString();
        var role = Assert.Single((await created.JsonAsync(HttpStatusCode.Created)).GetProperty("findings").EnumerateArray());
        Assert.Equal(("address", "role"), (role.GetProperty("field").GetString(), role.GetProperty("kind").GetString()));

        using var replaced = await app.Administrator.PutAsync(address, Contact("finder@example.org").Replace("\"name\"", $"\"otherAddresses\": [\"{slip}\"], \"name\"", StringComparison.Ordinal));
        var typo = Assert.Single((await replaced.JsonAsync()).GetProperty("findings").EnumerateArray());
        Assert.Equal(("otherAddresses.0", "domainTypo"), (typo.GetProperty("field").GetString(), typo.GetProperty("kind").GetString()));
        Assert.StartsWith("tariq@", typo.GetProperty("suggestion").GetString(), StringComparison.Ordinal);

        using var plain = await app.Administrator.PutAsync(address, Contact("finder@example.org"));
        Assert.Empty((await plain.JsonAsync()).GetProperty("findings").EnumerateArray());
        using var description = await app.Anonymous.ReadAsync("/openapi/v1.json");
        var schema = (await description.JsonAsync()).GetProperty("components").GetProperty("schemas").GetProperty("ContactAnswer").GetProperty("properties");
        Assert.Equal("Where mail goes, normalised.", schema.GetProperty("address").GetProperty("description").GetString());
        Assert.NotEmpty(schema.GetProperty("findings").GetProperty("description").GetString()!);
    }

    [Fact]
    public async Task Telephone_numbers_are_shown_as_they_are_dialled_at_an_office()
    {
        using var created = await app.Administrator.PostAsync(
            "/api/contacts",
            """
            {
              "address": "caller@example.org", "name": "Rosa", "languages": ["en"], "countries": ["GB"], "source": "card", "lawfulBasis": "consent",
              "phones": [{ "number": "020 7183 8750 ext. 12", "kind": "work" }]
            }
            """);

        using var phones = await app.Administrator.ReadAsync($"{created.Headers.Location}/phones?office={PressOffice.Desk}");
        using var nowhere = await app.Administrator.ReadAsync($"{created.Headers.Location}/phones?office=nowhere");

        var phone = (await phones.JsonAsync())[0];
        Assert.Equal(("+442071838750", "12"), (phone.GetProperty("number").GetString(), phone.GetProperty("extension").GetString()));
        Assert.Equal("011 44 20 7183 8750", phone.GetProperty("dialled").GetString());
        await nowhere.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", "office");
    }

    [Fact]
    public async Task A_known_address_leads_to_its_contact()
    {
        using var first = await app.Administrator.PostAsync("/api/contacts", Contact("known@example.org"));

        using var second = await app.Administrator.PostAsync("/api/contacts", Contact("KNOWN@example.org"));

        await second.AssertProblemAsync(HttpStatusCode.Conflict, "exists");
        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task A_repeated_request_makes_one_contact()
    {
        using var first = await app.Administrator.PostAsync("/api/contacts", Contact("once@example.org"), ("Idempotency-Key", "once"));

        using var second = await app.Administrator.PostAsync("/api/contacts", Contact("once@example.org"), ("Idempotency-Key", "once"));

        Assert.Equal((HttpStatusCode.Created, first.Headers.Location), (second.StatusCode, second.Headers.Location));
    }

    [Fact]
    public async Task The_address_of_another_contact_is_refused()
    {
        using var first = await app.Administrator.PostAsync("/api/contacts", Contact("first@example.org"));
        using var second = await app.Administrator.PostAsync("/api/contacts", Contact("second@example.org"));

        using var answer = await app.Administrator.PutAsync(second.Headers.Location!.ToString(), Contact("first@example.org"));

        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "address");
    }

    [Fact]
    public async Task Contacts_are_listed_part_by_part()
    {
        foreach (var number in Enumerable.Range(0, 5)) (await app.Administrator.PostAsync("/api/contacts", Contact($"part{number}@example.org"))).EnsureSuccessStatusCode();
        HashSet<string> seen = [];
        var next = "/api/contacts?limit=2";
        while (next is not null)
        {
            using var answer = await app.Administrator.ReadAsync(next);
            var part = await answer.JsonAsync();
            Assert.InRange(part.GetProperty("items").GetArrayLength(), 1, 2);
            Assert.All(part.GetProperty("items").EnumerateArray(), item => Assert.True(seen.Add(item.GetProperty("id").GetString()!)));
            next = part.GetProperty("next").GetString() is { } after ? $"/api/contacts?limit=2&after={after}" : null;
        }

        Assert.True(seen.Count >= 5);
    }

    [Theory]
    [InlineData("address", "rosa at example.org", "en", "TT", "America/Jamaica", HttpStatusCode.UnprocessableEntity)]
    [InlineData("languages.0", "bad@example.org", "klingon", "TT", "America/Jamaica", HttpStatusCode.UnprocessableEntity)]
    [InlineData("countries.0", "bad@example.org", "en", "Jamaica", "America/Jamaica", HttpStatusCode.UnprocessableEntity)]
    [InlineData("timeZone", "bad@example.org", "en", "TT", "Atlantis/Centre", HttpStatusCode.UnprocessableEntity)]
    public async Task Bad_input_names_the_field(string field, string address, string language, string country, string timeZone, HttpStatusCode status)
    {
        using var answer = await app.Administrator.PostAsync("/api/contacts", $$"""
            {
              "address": "{{address}}", "name": "Rosa", "languages": ["{{language}}"], "countries": ["{{country}}"], "timeZone": "{{timeZone}}",
              "source": "card",
              "lawfulBasis": "consent"
            }
            """);

        await answer.AssertFieldAsync(status, "invalid", field);
    }

    [Theory]
    [InlineData("languages", """{ "address": "a@example.org", "name": "Rosa", "source": "card", "lawfulBasis": "consent" }""")]
    [InlineData("address", """{ "address": null, "name": "Rosa", "languages": ["en"], "source": "card", "lawfulBasis": "consent" }""")]
    [InlineData("sourceDate", """{ "address": "a@example.org", "name": "Rosa", "languages": ["en"], "source": "card", "lawfulBasis": "consent", "sourceDate": "2026-11-01T10:00:00" }""")]
    [InlineData("adress", """{ "adress": "a@example.org" }""")]
    public async Task What_cannot_be_read_names_the_field(string field, string json)
    {
        using var answer = await app.Administrator.PostAsync("/api/contacts", json);

        await answer.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", field);
    }

    [Fact]
    public async Task Viewers_read_and_authors_of_any_office_write()
    {
        using var reader = await fixture.ClientAsync(Role.Viewer, PressOffice.Foreign);
        using var officer = await fixture.ClientAsync(Role.Author, PressOffice.Foreign);

        (await reader.ReadAsync("/api/contacts")).EnsureSuccessStatusCode();
        using var refused = await reader.PostAsync("/api/contacts", Contact("reader@example.org"));
        await refused.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        using var created = await officer.PostAsync("/api/contacts", Contact("officer@example.org"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
    }

    private static string Contact(string address) =>
        $$"""{ "address": "{{address}}", "name": "Rosa Núñez", "languages": ["es", "en"], "countries": ["TT"], "topics": ["Reefs"], "source": "card", "lawfulBasis": "consent" }""";
}
