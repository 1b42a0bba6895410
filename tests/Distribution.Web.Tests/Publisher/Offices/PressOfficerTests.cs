using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Distribution.Publisher.Users;
using Distribution.Testing;
using Distribution.Web.Tests.Releases.Drafts;

namespace Distribution.Web.Tests.Publisher.Offices;

public sealed class PressOfficerTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task A_press_officer_is_read_as_posted_and_may_be_sent_back()
    {
        const string Officer = """
            {
              "id": "whole", "office": "kingston", "name": "Whole Officer", "title": { "en": "Press officer" }, "email": "whole@example.org",
              "phones": [{ "number": "+1 876 922 0101", "kind": "mobile", "visibility": "web" }, { "number": "+1 876 922 0102" }],
              "languages": ["en"],
              "dutyHours": [{ "weekday": "friday", "from": "18:00", "until": "01:30" }],
              "absences": [{ "from": "2026-12-24", "until": "2027-01-04" }]
            }
            """;
        using var created = await app.Administrator.PostAsync("/api/press-officers", Officer);
        await created.JsonAsync(HttpStatusCode.Created);

        using var read = await app.Administrator.ReadAsync("/api/press-officers/whole");
        var officer = await read.JsonAsync();
        Assert.Equal(
            """[{"number":"+18769220101","kind":"mobile","visibility":"web"},{"number":"+18769220102","kind":null,"visibility":"mailOnly"}]""",
            Json(officer, "phones"));
        Assert.Equal("""[{"weekday":"friday","from":"18:00","until":"01:30"}]""", Json(officer, "dutyHours"));
        Assert.Equal("""[{"from":"2026-12-24","until":"2027-01-04"}]""", Json(officer, "absences"));
        using var same = await app.Administrator.PutAsync("/api/press-officers/whole", officer.GetRawText());
        Assert.Equal(HttpStatusCode.OK, same.StatusCode);
    }

    [Theory]
    [InlineData(
        "phones",
        """{ "number": "12" }""",
        HttpStatusCode.UnprocessableEntity,
        "invalid",
        "phones.0.number",
        "is not a telephone number such as +44 20 7946 0958.")]
    [InlineData("phones", "null", HttpStatusCode.UnprocessableEntity, "invalid", "phones.0", "is required.")]
    [InlineData(
        "phones",
        """{ "number": "+1 876 922 0101", "kind": "outOfHours" }""",
        HttpStatusCode.UnprocessableEntity,
        "invalid",
        "dutyHours",
        "is required beside a number for out of hours: without hours that number would never be given.")]
    [InlineData("phones", """{ "kind": "desk" }""", HttpStatusCode.BadRequest, "unreadable", "phones.0.number", "is required.")]
    [InlineData(
        "phones",
        """{ "number": "+1 876 922 0101", "kind": "fax" }""",
        HttpStatusCode.BadRequest,
        "unreadable",
        "phones.0.kind",
        "is one of: desk, mobile, outOfHours.")]
    [InlineData(
        "phones",
        """{ "number": "+1 876 922 0101", "visibility": "all" }""",
        HttpStatusCode.BadRequest,
        "unreadable",
        "phones.0.visibility",
        "is one of: mailOnly, web.")]
    [InlineData(
        "dutyHours",
        """{ "weekday": "monday", "from": "9", "until": "17:00" }""",
        HttpStatusCode.BadRequest,
        "unreadable",
        "dutyHours.0.from",
        "is a time of day such as 09:00 or 17:30.")]
    [InlineData(
        "dutyHours",
        """{ "weekday": "monday", "from": "09:00", "until": "24:00" }""",
        HttpStatusCode.BadRequest,
        "unreadable",
        "dutyHours.0.until",
        "is a time of day such as 09:00 or 17:30.")]
    [InlineData(
        "dutyHours",
        """{ "weekday": "monday", "from": "09:00", "until": 17 }""",
        HttpStatusCode.BadRequest,
        "unreadable",
        "dutyHours.0.until",
        "is a time of day such as 09:00 or 17:30.")]
    [InlineData(
        "dutyHours",
        """{ "weekday": "lundi", "from": "09:00", "until": "17:00" }""",
        HttpStatusCode.BadRequest,
        "unreadable",
        "dutyHours.0.weekday",
        "is one of: sunday, monday, tuesday, wednesday, thursday, friday, saturday.")]
    [InlineData(
        "dutyHours",
        """{ "weekday": "monday", "from": "09:00" }""",
        HttpStatusCode.BadRequest,
        "unreadable",
        "dutyHours.0.until",
        "is required.")]
    [InlineData(
        "absences",
        """{ "from": "2026-12-24", "until": "2026-12-23" }""",
        HttpStatusCode.UnprocessableEntity,
        "invalid",
        "absences.0.until",
        "lies before the first day. Give the last day of the absence.")]
    [InlineData(
        "absences",
        """{ "from": "24 December", "until": "2026-12-23" }""",
        HttpStatusCode.BadRequest,
        "unreadable",
        "absences.0.from",
        "is a date such as 2026-12-24.")]
    public async Task A_field_that_is_not_right_is_named_and_says_what_belongs_there(
        string list, string entry, HttpStatusCode status, string problem, string field, string message)
    {
        using var answer = await app.Administrator.PostAsync(
            "/api/press-officers",
            $$"""{ "id": "wrong", "office": "kingston", "name": "Wrong", "email": "wrong@example.org", "{{list}}": [{{entry}}] }""");
        Assert.Equal(message, await answer.AssertFieldAsync(status, problem, field));
    }

    [Fact]
    public async Task A_press_officer_that_releases_name_is_removed_once_another_stands_in_their_place()
    {
        await CreateAsync("leaving");
        await CreateAsync("staying");
        var release = await NameAsync("leaving");

        using var refused = await app.Administrator.RemoveAsync("/api/press-officers/leaving");
        var problem = await refused.AssertProblemAsync(HttpStatusCode.Conflict, "in-use");
        Assert.Contains("?replacement={pressOfficerId}", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal($$"""[{"id":"{{release}}","headline":"Quatre États comptent leurs récifs"}]""", Json(problem, "releases"));

        using var removed = await app.Administrator.RemoveAsync("/api/press-officers/leaving?replacement=staying");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var read = await app.Administrator.ReadAsync($"/api/releases/{release}");
        Assert.Equal("""["staying"]""", Json(await read.JsonAsync(), "pressOfficers"));
        using var again = await app.Administrator.RemoveAsync("/api/press-officers/leaving?replacement=staying");
        await again.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Theory]
    [InlineData("itself", "is the press officer to be removed. Name another.")]
    [InlineData("nobody-there", "is not the id of a press officer.")]
    [InlineData("a%2Fb%23", "is not the id of a press officer.")]
    public async Task A_replacement_is_another_press_officer(string replacement, string message)
    {
        await CreateAsync("itself");
        using var answer = await app.Administrator.RemoveAsync($"/api/press-officers/itself?replacement={replacement}");
        Assert.Equal(message, await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "replacement"));
        using var kept = await app.Administrator.ReadAsync("/api/press-officers/itself");
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
    }

    [Fact]
    public async Task Nobody_changes_the_releases_of_an_office_that_is_not_theirs_by_removing_a_press_officer()
    {
        await CreateAsync("shared");
        var release = await NameAsync("shared");
        using var officer = await fixture.ClientAsync(Role.Author, PressOffice.Child);

        using var refused = await officer.RemoveAsync("/api/press-officers/shared?replacement=rohan");

        await refused.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        using var read = await app.Administrator.ReadAsync($"/api/releases/{release}");
        Assert.Equal("""["shared"]""", Json(await read.JsonAsync(), "pressOfficers"));
    }

    [Fact]
    public async Task Another_version_of_the_press_officer_is_not_removed_and_no_release_is_changed()
    {
        await CreateAsync("edited");
        var release = await NameAsync("edited");
        using var refused =
            await app.Administrator.RemoveAsync("/api/press-officers/edited?replacement=rohan", ("If-Match", "\"0000000000000000\""));
        await refused.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed");
        using var read = await app.Administrator.ReadAsync($"/api/releases/{release}");
        Assert.Equal("""["edited"]""", Json(await read.JsonAsync(), "pressOfficers"));
    }

    /// <summary>An officer at Kingston.</summary>
    private async Task CreateAsync(string id)
    {
        using var created = await app.Administrator.PostAsync(
            "/api/press-officers", $$"""{ "id": "{{id}}", "office": "kingston", "name": "Officer", "email": "officer@example.org" }""");
        Assert.True(created.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict);
    }

    /// <summary>A draft of Port of Spain that names the officer.</summary>
    private async Task<string> NameAsync(string officer)
    {
        var release = ReleaseJson.Right();
        release["pressOfficers"] = new JsonArray(officer);
        using var created = await app.Administrator.PostAsync("/api/releases", release.ToJsonString());
        return (await created.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;
    }

    private static string Json(JsonElement element, string member) => element.GetProperty(member).GetRawText();
}
