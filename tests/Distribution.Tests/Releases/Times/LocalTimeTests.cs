using System.Globalization;
using Distribution.Releases.Times;

namespace Distribution.Tests.Releases.Times;

/// <summary>
/// Morocco's clock goes back for Ramadan, by the moon; what it will do may change with each version of the time zones, so that it stands here with a year that is over.
/// </summary>
public sealed class LocalTimeTests
{
    [Theory]
    [InlineData("America/New_York", "2027-03-14T01:59:59", "2027-03-14T01:59:59-05:00")]
    [InlineData("America/New_York", "2027-03-14T03:00:00", "2027-03-14T03:00:00-04:00")]
    [InlineData("America/New_York", "2027-07-01T09:00:00", "2027-07-01T09:00:00-04:00")]
    [InlineData("Europe/Paris", "2027-03-28T03:00:00", "2027-03-28T03:00:00+02:00")]
    [InlineData("Europe/Paris", "2026-12-31T23:59:59", "2026-12-31T23:59:59+01:00")]
    [InlineData("America/Port_of_Spain", "2027-03-14T02:30:00", "2027-03-14T02:30:00-04:00")]
    [InlineData("America/Port_of_Spain", "2027-01-01T00:00:00", "2027-01-01T00:00:00-04:00")]
    [InlineData("Asia/Kathmandu", "2027-01-01T00:00:00", "2027-01-01T00:00:00+05:45")]
    [InlineData("Australia/Lord_Howe", "2027-10-03T02:30:00", "2027-10-03T02:30:00+11:00")]
    [InlineData("Africa/Casablanca", "2024-03-20T09:00:00", "2024-03-20T09:00:00+00:00")]
    [InlineData("Africa/Casablanca", "2024-04-20T09:00:00", "2024-04-20T09:00:00+01:00")]
    public void A_time_that_the_clock_shows_once_is_one_instant(string zone, string local, string instant) => Assert.Equal([instant], Instants(zone, local));

    [Theory]
    [InlineData("America/New_York", "2027-11-07T01:00:00", "2027-11-07T01:00:00-04:00", "2027-11-07T01:00:00-05:00")]
    [InlineData("America/New_York", "2027-11-07T01:59:59", "2027-11-07T01:59:59-04:00", "2027-11-07T01:59:59-05:00")]
    [InlineData("Europe/Paris", "2027-10-31T02:30:00", "2027-10-31T02:30:00+02:00", "2027-10-31T02:30:00+01:00")]
    [InlineData("Australia/Lord_Howe", "2027-04-04T01:30:00", "2027-04-04T01:30:00+11:00", "2027-04-04T01:30:00+10:30")]
    [InlineData("Africa/Casablanca", "2024-03-10T02:30:00", "2024-03-10T02:30:00+01:00", "2024-03-10T02:30:00+00:00")]
    public void A_time_that_the_clock_shows_twice_is_two_instants_the_earlier_first(string zone, string local, string earlier, string later) =>
        Assert.Equal([earlier, later], Instants(zone, local));

    [Theory]
    [InlineData("America/New_York", "2027-03-14T02:00:00", "2027-03-14T01:00:00-05:00", "2027-03-14T03:00:00-04:00")]
    [InlineData("America/New_York", "2027-03-14T02:59:59", "2027-03-14T01:59:59-05:00", "2027-03-14T03:59:59-04:00")]
    [InlineData("Europe/Paris", "2027-03-28T02:30:00", "2027-03-28T01:30:00+01:00", "2027-03-28T03:30:00+02:00")]
    [InlineData("Australia/Lord_Howe", "2027-10-03T02:15:00", "2027-10-03T01:45:00+10:30", "2027-10-03T02:45:00+11:00")]
    [InlineData("Africa/Casablanca", "2024-04-14T02:30:00", "2024-04-14T01:30:00+00:00", "2024-04-14T03:30:00+01:00")]
    public void A_time_that_the_clock_skips_is_none_and_has_one_on_each_side(string zone, string local, string before, string after)
    {
        Assert.Empty(Instants(zone, local));
        Assert.Equal([before, after], LocalTime.Beside(Local(local), Zone(zone)).Select(Text));
    }

    [Theory]
    [InlineData("America/New_York", "2027-11-07T00:59:59")]
    [InlineData("America/New_York", "2027-11-07T02:00:00")]
    [InlineData("Australia/Lord_Howe", "2027-04-04T02:00:00")]
    public void The_last_second_before_and_the_first_after_are_one_instant(string zone, string local) => Assert.Single(Instants(zone, local));

    private static IEnumerable<string> Instants(string zone, string local) => LocalTime.Instants(Local(local), Zone(zone)).Select(Text);

    private static DateTime Local(string text) => DateTime.ParseExact(text, "s", CultureInfo.InvariantCulture);

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
