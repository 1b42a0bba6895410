using System.Net;
using Distribution.Publisher.Users;
using Distribution.Testing;
using Distribution.Web.Tests.Releases.Drafts;

namespace Distribution.Web.Tests.Releases.Workflow;

public sealed class SchedulingEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task A_draft_is_scheduled_for_a_time_and_unscheduled()
    {
        var address = await DraftAsync();

        using var scheduled = await app.Administrator.PostAsync($"{address}/schedule", """{ "sendAt": "2027-01-04T09:00:00-04:00" }""");
        var release = await scheduled.JsonAsync();
        Assert.Equal("scheduled", release.GetProperty("state").GetString());
        Assert.Equal(new DateTimeOffset(2027, 1, 4, 13, 0, 0, TimeSpan.Zero), release.GetProperty("sendAt").GetDateTimeOffset());
        Assert.Equal("administrator", release.GetProperty("scheduledBy").GetString());
        Assert.StartsWith(
            "quatre-etats-comptent-leurs-recifs",
            release.GetProperty("translations").GetProperty("fr").GetProperty("slug").GetString(),
            StringComparison.Ordinal);

        using var unscheduled = await app.Administrator.SendAsync(HttpMethod.Post, $"{address}/unschedule");
        Assert.Equal("approved", (await unscheduled.JsonAsync()).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    public async Task Without_a_time_it_is_now(string? json)
    {
        var address = await DraftAsync();

        using var scheduled = await app.Administrator.SendAsync(HttpMethod.Post, $"{address}/schedule", json);

        Assert.Equal(app.Clock.GetUtcNow(), (await scheduled.JsonAsync()).GetProperty("sendAt").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("\"2020-01-01T09:00:00Z\"", HttpStatusCode.UnprocessableEntity, "invalid")]
    [InlineData("\"2036-01-01T09:00:00Z\"", HttpStatusCode.UnprocessableEntity, "invalid")]
    [InlineData("\"2027-01-04T09:00:00\"", HttpStatusCode.UnprocessableEntity, "invalid")]
    [InlineData("\"tomorrow\"", HttpStatusCode.UnprocessableEntity, "invalid")]
    [InlineData("5", HttpStatusCode.BadRequest, "unreadable")]
    public async Task A_time_in_the_past_or_without_an_offset_is_refused(string sendAt, HttpStatusCode status, string problem)
    {
        var address = await DraftAsync();

        using var answer = await app.Administrator.PostAsync($"{address}/schedule", $$"""{ "sendAt": {{sendAt}} }""");

        await answer.AssertFieldAsync(status, problem, "sendAt");
    }

    [Fact]
    public async Task A_time_by_the_clock_of_an_office_is_shown_by_every_clock()
    {
        var address = await DraftAsync();

        using var answer = await app.Administrator.PostAsync(
            $"{address}/schedule", """{ "sendAt": { "local": "2027-01-04T09:00", "office": "kingston", "weekday": "lundi" } }""");

        var times = (await answer.JsonAsync()).GetProperty("times");
        Assert.Equal("Monday 4 January 2027, 14:00 (UTC)", times.GetProperty("utc").GetProperty("text").GetProperty("en").GetString());
        Assert.Equal("2027-01-04T10:00:00-04:00", times.GetProperty("office").GetProperty("at").GetString());
        Assert.Equal("monday", times.GetProperty("office").GetProperty("weekday").GetString());
    }

    [Fact]
    public async Task A_time_that_comes_twice_is_refused_with_what_may_have_been_meant()
    {
        var address = await DraftAsync();

        using var answer = await app.Administrator.PostAsync(
            $"{address}/schedule", """{ "sendAt": { "local": "2027-11-07T01:30", "office": "nassau" } }""");

        var problem = await answer.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Contains(
            "Choose earlier or later", problem.GetProperty("errors").GetProperty("sendAt.local")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["2027-11-07T01:30:00-04:00", "2027-11-07T01:30:00-05:00"],
            problem.GetProperty("offers").GetProperty("sendAt.local").EnumerateArray().Select(offer => offer.GetString()));
    }

    [Fact]
    public async Task A_scheduled_release_is_left_as_it_is()
    {
        var address = await DraftAsync();
        (await app.Administrator.SendAsync(HttpMethod.Post, $"{address}/schedule")).EnsureSuccessStatusCode();

        using var scheduled = await app.Administrator.SendAsync(HttpMethod.Post, $"{address}/schedule");
        await scheduled.AssertProblemAsync(HttpStatusCode.Conflict, "wrong-state");
        using var deleted = await app.Administrator.RemoveAsync(address);
        await deleted.AssertProblemAsync(HttpStatusCode.Conflict, "wrong-state");
    }

    [Fact]
    public async Task A_draft_is_not_unscheduled_and_another_version_not_scheduled()
    {
        var address = await DraftAsync();

        using var unscheduled = await app.Administrator.SendAsync(HttpMethod.Post, $"{address}/unschedule");
        await unscheduled.AssertProblemAsync(HttpStatusCode.Conflict, "wrong-state");
        using var other =
            await app.Administrator.SendAsync(HttpMethod.Post, $"{address}/schedule", null, ("If-Match", "\"0000000000000000\""));
        await other.AssertProblemAsync(HttpStatusCode.PreconditionFailed, "changed");
        using var missing = await app.Administrator.SendAsync(HttpMethod.Post, "/api/releases/no-such-release/schedule");
        await missing.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task A_repeated_request_gets_the_first_answer()
    {
        var address = await DraftAsync();
        var key = ("Idempotency-Key", "schedule-once");
        using var first = await app.Administrator.SendAsync(HttpMethod.Post, $"{address}/schedule", null, key);

        using var second = await app.Administrator.SendAsync(HttpMethod.Post, $"{address}/schedule", null, key);

        Assert.Equal((HttpStatusCode.OK, first.Headers.ETag), (second.StatusCode, second.Headers.ETag));
    }

    [Theory]
    [InlineData(Role.Author, PressOffice.Desk, HttpStatusCode.Forbidden)]
    [InlineData(Role.Approver, PressOffice.Desk, HttpStatusCode.OK)]
    [InlineData(Role.Approver, PressOffice.Child, HttpStatusCode.Forbidden)]
    [InlineData(Role.Approver, PressOffice.Foreign, HttpStatusCode.Forbidden)]
    public async Task Approvers_at_the_office_schedule(Role role, string office, HttpStatusCode status)
    {
        var address = await DraftAsync();
        using var client = await fixture.ClientAsync(role, office);

        using var answer = await client.SendAsync(HttpMethod.Post, $"{address}/schedule");

        Assert.Equal(status, answer.StatusCode);
    }

    private async Task<string> DraftAsync()
    {
        using var created = await app.Administrator.PostAsync("/api/releases", ReleaseJson.Right().ToJsonString());
        await created.JsonAsync(HttpStatusCode.Created);
        return created.Headers.Location!.ToString();
    }
}
