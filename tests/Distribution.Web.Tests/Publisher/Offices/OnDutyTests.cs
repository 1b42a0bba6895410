using System.Net;
using System.Text.Json;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Publisher.Offices;

/// <summary>The app's clock stands at Tuesday, 24 November 2026, 13:00 UTC: 9:00 in Port of Spain.</summary>
public sealed class OnDutyTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task Viewers_learn_whom_to_call_and_why()
    {
        await CreateAsync("""
            {
              "id": "duty-ana", "office": "nassau", "name": "Ana Cruz", "title": { "en": "Press officer" }, "email": "ana@example.org", "languages": ["en", "fr"],
              "phones": [
                { "number": "+1 242 322 0101", "kind": "desk", "visibility": "web" },
                { "number": "+1 242 322 0102", "kind": "outOfHours" }
              ],
              "dutyHours": [{ "weekday": "tuesday", "from": "08:00", "until": "16:00" }, { "weekday": "tuesday", "from": "20:00", "until": "02:00" }],
              "absences": [{ "from": "2026-12-24", "until": "2027-01-04" }]
            }
            """);
        await CreateAsync("""{ "id": "duty-bo", "office": "nassau", "name": "Bo Fox", "email": "bo@example.org", "languages": ["en"] }""");
        using var reader = await fixture.ClientAsync(Role.Viewer);

        var first = (await OnDutyAsync(reader, "nassau", "?language=fr-CA"))[0];
        Assert.Equal(
            ("duty-ana", "nassau", "Ana Cruz", "ana@example.org", "inHours", true),
            (Text(first, "pressOfficer"), Text(first, "office"), Text(
                first, "name"), Text(first, "email"), Text(first, "reason"), first.GetProperty("speaksLanguage").GetBoolean()));
        Assert.Equal("Press officer", first.GetProperty("title").GetProperty("en").GetString());
        var phone = Assert.Single(first.GetProperty("phones").EnumerateArray());
        Assert.Equal(("+12423220101", "desk", "web"), (Text(phone, "number"), Text(phone, "kind"), Text(phone, "visibility")));

        Assert.Equal(["duty-ana inHours", "duty-bo noStatedHours"], Lines(await OnDutyAsync(reader, "nassau", "?at=2026-11-25T06:59:59Z")));
        Assert.Equal(
            ["duty-bo noStatedHours", "duty-ana outOfHours"],
            Lines(await OnDutyAsync(reader, "nassau", "?at=2026-11-25T20:00:00%2B01:00")));
        Assert.Equal(["duty-bo noStatedHours"], Lines(await OnDutyAsync(reader, "nassau", "?at=2026-12-29T09:00:00-05:00&language=fr")));
    }

    [Fact]
    public async Task Where_the_office_has_nobody_its_desk_is_called() =>
        Assert.Equal(["rohan noStatedHours", "maelle noStatedHours"], Lines(await OnDutyAsync(app.Administrator, "kingston", "")));

    [Theory]
    [InlineData("at", "?at=2026-11-24T13:00:00")]
    [InlineData("at", "?at=2026-11-24T14:00:00+01:00")]
    [InlineData("at", "?at=tomorrow")]
    [InlineData("at", "?at=0001-01-01T00:00:00Z")]
    [InlineData("language", "?language=klingon")]
    public async Task What_cannot_be_read_is_named(string field, string query)
    {
        using var answer = await app.Administrator.ReadAsync($"/api/offices/kingston/on-duty{query}");
        await answer.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", field);
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public async Task Any_other_instant_has_an_answer(string at)
    {
        using var answer = await app.Administrator.ReadAsync($"/api/offices/kingston/on-duty?at={at}");
        await answer.JsonAsync();
    }

    [Fact]
    public async Task An_office_that_is_not_there_has_nobody()
    {
        using var answer = await app.Administrator.ReadAsync("/api/offices/atlantis/on-duty");
        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    private async Task CreateAsync(string json) =>
        (await app.Administrator.PostAsync("/api/press-officers", json)).EnsureSuccessStatusCode();

    private static async Task<List<JsonElement>> OnDutyAsync(HttpClient client, string office, string query)
    {
        using var answer = await client.ReadAsync($"/api/offices/{office}/on-duty{query}");
        return [.. (await answer.JsonAsync()).GetProperty("items").EnumerateArray()];
    }

    private static IEnumerable<string> Lines(IEnumerable<JsonElement> found) =>
        found.Select(entry => $"{Text(entry, "pressOfficer")} {Text(entry, "reason")}");

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}
