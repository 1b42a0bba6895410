using Distribution.Dispatches.Digests;

namespace Distribution.Tests.Dispatches.Digests;

public sealed class DigestRuleTests
{
    [Theory]
    [InlineData("America/Port_of_Spain", 7, "2026-11-24T10:59:00Z", "2026-11-24T11:00:00Z")]
    [InlineData("America/Port_of_Spain", 7, "2026-11-24T11:00:00Z", "2026-11-25T11:00:00Z")]
    [InlineData("America/Port_of_Spain", 0, "2026-11-24T11:00:00Z", "2026-11-25T04:00:00Z")]
    [InlineData("Asia/Kathmandu", 7, "2026-11-24T00:00:00Z", "2026-11-24T01:15:00Z")]
    [InlineData("Pacific/Auckland", 7, "2026-11-24T20:00:00Z", "2026-11-25T18:00:00Z")]
    [InlineData("Europe/Paris", 2, "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")] // 02:00 does not exist: 03:00 summer time
    [InlineData("Europe/Paris", 2, "2026-10-24T12:00:00Z", "2026-10-25T00:00:00Z")] // 02:00 comes twice: the first
    [InlineData("Europe/Paris", 2, "2026-10-25T00:00:00Z", "2026-10-26T01:00:00Z")]
    [InlineData("Etc/UTC", 23, "2026-12-31T23:30:00Z", "2027-01-01T23:00:00Z")]
    public void The_next_digest_is_at_their_hour_by_their_clock(string zone, int hour, string coveredUntil, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next, null), DigestRule.NextAt(Reader(zone, hour, coveredUntil)));

    [Fact]
    public void After_an_outage_of_days_they_are_due_once_and_everything_is_covered()
    {
        var reader = Reader("Etc/UTC", 7, "2026-11-21T07:00:00Z");
        var end = new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

        Assert.True(DigestRule.IsDue(reader, end));
        Assert.True(DigestRule.Covers(reader, end, reader.CoveredUntil));
        Assert.True(DigestRule.Covers(reader, end, end.AddTicks(-1)));
        Assert.False(DigestRule.Covers(reader, end, end));
        Assert.False(DigestRule.IsDue(reader with { CoveredUntil = end }, end));
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 7, 0, 0, TimeSpan.Zero), DigestRule.NextAt(reader with { CoveredUntil = end }));
    }

    [Theory]
    [InlineData("2026-11-24T07:00:00Z", 7, 18, "2026-11-24T18:00:00Z")]
    [InlineData("2026-11-24T18:00:00Z", 18, 7, "2026-11-25T07:00:00Z")]
    public void Who_changes_the_hour_gets_the_next_one_and_no_gap(string coveredUntil, int old, int hour, string next)
    {
        var reader = Reader("Etc/UTC", old, coveredUntil) with { Hour = hour };

        Assert.Equal(DateTimeOffset.Parse(next, null), DigestRule.NextAt(reader));
        Assert.True(DigestRule.Covers(reader, DateTimeOffset.Parse(next, null), reader.CoveredUntil));
    }

    private static DigestSubscriber Reader(string zone, int hour, string coveredUntil) =>
        new() { Contact = "c", TimeZone = zone, Hour = hour, CoveredUntil = DateTimeOffset.Parse(coveredUntil, null) };
}
