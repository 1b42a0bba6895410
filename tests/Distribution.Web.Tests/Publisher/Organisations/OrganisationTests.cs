using System.Net;
using Distribution.Testing;

namespace Distribution.Web.Tests.Publisher.Organisations;

public sealed class OrganisationTests(HttpHostFixture fixture) : IClassFixture<HttpHostFixture>
{
    private readonly HttpHost app = fixture.App;

    private const string Look =
        """{ "accent": "#8A1C4A", "logo": { "url": "https://example.org/logo.png", "alt": { "en": "A turtle" }, "width": 120, "height": 60 } }""";

    [Fact]
    public async Task The_organisation_is_created_then_replaced_at_the_same_address()
    {
        using var missing = await app.Administrator.ReadAsync("/api/organisation");
        await missing.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
        using var early = await app.Administrator.PutAsync("/api/organisation", Organisation(), ("If-Match", "*"));
        await early.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed");
        using var created = await app.Administrator.PutAsync("/api/organisation", Organisation());
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("/api/organisation", created.Headers.Location?.ToString());
        var tag = created.Headers.ETag!.ToString();
        using var replaced = await app.Administrator.PutAsync("/api/organisation", Organisation("look", Look), ("If-Match", tag));
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        using var read = await app.Administrator.ReadAsync("/api/organisation");
        var organisation = await read.JsonAsync();
        Assert.Equal("es", organisation.GetProperty("languageByCountry").GetProperty("DO").GetString());
        Assert.Equal("#8a1c4a", organisation.GetProperty("look").GetProperty("accent").GetString());
        Assert.Equal("A turtle", organisation.GetProperty("look").GetProperty("logo").GetProperty("alt").GetProperty("en").GetString());
    }

    [Theory]
    [InlineData("languages", "[]")]
    [InlineData("languages.1", """["en", "martian"]""")]
    [InlineData("website", "\"http://example.org\"")]
    [InlineData("senderAddress", "\"press\"")]
    [InlineData("postalAddress", "\"\"")]
    [InlineData("languageByCountry.XX", """{ "XX": "es" }""")]
    [InlineData("footerNote.fr", """{ "fr": "" }""")]
    [InlineData("look.accent", """{ "accent": "#ffa500" }""")]
    [InlineData("look.logo.url", """{ "logo": { "url": "http://example.org/logo.png", "width": 120, "height": 60 } }""")]
    [InlineData("boilerplate.fr", """{ "fr": "" }""")]
    public async Task A_field_that_is_not_right_is_named(string field, string value)
    {
        using var answer = await app.Administrator.PutAsync("/api/organisation", Organisation(field.Split('.')[0], value));
        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    private static string Organisation(string? field = null, string? value = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["names"] = """{ "en": "Caribbean Office" }""",
            ["languages"] = """["en", "fr", "es"]""",
            ["postalAddress"] = "\"1 Frederick Street, Port of Spain\"",
            ["website"] = "\"https://example.org\"",
            ["senderAddress"] = "\"press@example.org\"",
            ["languageByCountry"] = """{ "DO": "es" }""",
        };
        if (field is not null) fields[field] = value!;
        return $"{{ {string.Join(", ", fields.Select(pair => $"\"{pair.Key}\": {pair.Value}"))} }}";
    }
}
