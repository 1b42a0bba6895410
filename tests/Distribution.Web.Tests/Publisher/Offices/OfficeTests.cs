using System.Net;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Publisher.Offices;

public sealed class OfficeTests(HttpHostFixture fixture) : IClassFixture<HttpHostFixture>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task An_office_gets_its_id_from_its_name_and_its_phone_in_international_form()
    {
        using var answer = await app.Administrator.PostAsync(
            "/api/offices",
            """{ "names": { "en": "Port of Spain", "fr": "Port-d'Espagne" }, "country": "TT", "timeZone": "America/Port_of_Spain", "phone": "868 622 0100", "replyAddress": "Press@Example.ORG" }""");
        var office = await answer.JsonAsync(HttpStatusCode.Created);
        Assert.Equal("port-of-spain", office.GetProperty("id").GetString());
        Assert.Equal("+18686220100", office.GetProperty("phone").GetString());
        Assert.Equal("Press@example.org", office.GetProperty("replyAddress").GetString());
        Assert.Equal("Port-d'Espagne", office.GetProperty("names").GetProperty("fr").GetString());
    }

    [Theory]
    [InlineData("names", "{ }")]
    [InlineData("names.en", """{ "en": " " }""")]
    [InlineData("names.en", """{ "en": "Port of\nSpain" }""")]
    [InlineData("names.klingon", """{ "klingon": "Kingston" }""")]
    [InlineData("country", "\"Jamaica\"")]
    [InlineData("timeZone", "\"Kingston\"")]
    [InlineData("phone", "\"12\"")]
    [InlineData("replyAddress", "\"nobody\"")]
    [InlineData("parent", "\"atlantis\"")]
    [InlineData("id", "\"Kingston\"")]
    public async Task A_field_that_is_not_right_is_named(string field, string value)
    {
        var fields = new Dictionary<string, string>
        {
            ["id"] = "\"wrong\"",
            ["names"] = """{ "en": "Kingston" }""",
            ["country"] = "\"JM\"",
            ["timeZone"] = "\"America/Jamaica\"",
            ["replyAddress"] = "\"k@example.org\"",
            [field.Split('.')[0]] = value,
        };
        using var answer = await app.Administrator.PostAsync("/api/offices", $"{{ {string.Join(", ", fields.Select(pair => $"\"{pair.Key}\": {pair.Value}"))} }}");
        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    [Fact]
    public async Task No_office_is_above_itself()
    {
        await CreateAsync("region");
        await CreateAsync("island", "region");
        await CreateAsync("town", "island");
        using var circle = await app.Administrator.PutAsync("/api/offices/region", Office("region", "town"));
        await circle.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "parent");
        using var itself = await app.Administrator.PutAsync("/api/offices/region", Office("region", "region"));
        await itself.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "parent");
    }

    [Fact]
    public async Task An_office_is_not_deleted_while_something_belongs_to_it()
    {
        await CreateAsync("used");
        (await app.Administrator.PostAsync("/api/press-officers", """{ "office": "used", "name": "Rosa Charles", "email": "r@example.org" }""")).EnsureSuccessStatusCode();
        using var refused = await app.Administrator.RemoveAsync("/api/offices/used");
        var problem = await refused.AssertProblemAsync(HttpStatusCode.Conflict, "in-use");
        Assert.Equal("It has press officers.", problem.GetProperty("detail").GetString());
        (await app.Administrator.RemoveAsync("/api/press-officers/rosa-charles")).EnsureSuccessStatusCode();
        using var deleted = await app.Administrator.RemoveAsync("/api/offices/used");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
    }

    [Fact]
    public async Task A_role_at_an_office_holds_below_it_and_not_beside_it()
    {
        await CreateAsync("desk");
        await CreateAsync("below", "desk");
        await CreateAsync("beside");
        using var officer = app.Client(await app.NewKeyAsync(Role.Author, "desk"));
        using var below = await officer.PostAsync("/api/press-officers", """{ "id": "b1", "office": "below", "name": "B", "email": "b@example.org" }""");
        Assert.Equal(HttpStatusCode.Created, below.StatusCode);
        using var beside = await officer.PostAsync("/api/press-officers", """{ "id": "b2", "office": "beside", "name": "B", "email": "b@example.org" }""");
        await beside.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        using var moved = await officer.PutAsync("/api/press-officers/b1", """{ "office": "beside", "name": "B", "email": "b@example.org" }""");
        await moved.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task An_administrator_of_a_desk_adds_offices_below_it_only()
    {
        await CreateAsync("north");
        using var administrator = app.Client(await app.NewKeyAsync(Role.Administrator, "north"));
        using var below = await administrator.PostAsync("/api/offices", Office("north-town", "north"));
        Assert.Equal(HttpStatusCode.Created, below.StatusCode);
        using var top = await administrator.PostAsync("/api/offices", Office("south"));
        await top.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task An_administrator_of_an_office_does_not_take_it_from_its_desk()
    {
        await CreateAsync("west");
        await CreateAsync("west-town", "west");
        using var administrator = app.Client(await app.NewKeyAsync(Role.Administrator, "west-town"));
        using var kept = await administrator.PutAsync("/api/offices/west-town", Office("west-town", "west"));
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        using var moved = await administrator.PutAsync("/api/offices/west-town", Office("west-town"));
        await moved.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    private async Task CreateAsync(string id, string? parent = null) =>
        (await app.Administrator.PostAsync("/api/offices", Office(id, parent))).EnsureSuccessStatusCode();

    private static string Office(string id, string? parent = null) =>
        $$"""
        {
          "id": "{{id}}", "names": { "en": "Office" }, "country": "JM", "timeZone": "America/Jamaica", "replyAddress": "o@example.org",
          "parent": {{(parent is null ? "null" : $"\"{parent}\"")}}
        }
        """;
}
