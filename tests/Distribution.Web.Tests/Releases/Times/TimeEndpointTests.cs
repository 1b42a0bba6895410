using System.Net;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Releases.Times;

public sealed class TimeEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Theory]
    [InlineData("?at=2026-11-25T13:00:00Z&caller=Europe/Paris", null, "2026-11-25T14:00:00+01:00")]
    [InlineData("?at=2026-11-25T14:00:00%2B01:00&office=port-of-spain", "2026-11-25T09:00:00-04:00", null)]
    [InlineData("?local=2026-11-25T08:00&office=kingston&caller=Asia/Kathmandu", "2026-11-25T08:00:00-05:00", "2026-11-25T18:45:00+05:45")]
    [InlineData("?local=2026-11-25T09:00&zone=America/Port_of_Spain&weekday=miércoles", null, "2026-11-25T09:00:00-04:00")]
    public async Task A_time_is_told_by_the_clock_of_the_world_of_the_office_and_of_the_caller(string query, string? office, string? caller)
    {
        using var client = await fixture.ClientAsync(Role.Viewer);

        using var answer = await client.ReadAsync($"/api/times{query}");

        var times = await answer.JsonAsync();
        Assert.Equal("2026-11-25T13:00:00+00:00", times.GetProperty("utc").GetProperty("at").GetString());
        Assert.Equal("wednesday", times.GetProperty("utc").GetProperty("weekday").GetString());
        Assert.Equal(office, At(times, "office"));
        Assert.Equal(caller, At(times, "caller"));
    }

    [Theory]
    [InlineData("", "at")]
    [InlineData("?at=2026-11-25T13:00:00", "at")]
    [InlineData("?local=2027-03-14T02:30&zone=America/New_York", "local")]
    [InlineData("?at=2026-11-25T13:00:00Z&caller=Paris", "caller")]
    [InlineData("?at=2026-11-25T13:00:00Z&office=atlantis", "office")]
    public async Task What_is_no_time_is_named(string query, string field)
    {
        using var answer = await app.Administrator.ReadAsync($"/api/times{query}");

        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    private static string? At(System.Text.Json.JsonElement times, string clock) =>
        times.GetProperty(clock) is { ValueKind: System.Text.Json.JsonValueKind.Object } view ? view.GetProperty("at").GetString() : null;
}
