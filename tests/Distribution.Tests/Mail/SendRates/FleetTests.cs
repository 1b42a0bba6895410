using Distribution.Mail.SendRates;

namespace Distribution.Tests.Mail.SendRates;

/// <summary>The rule as a whole: thousands of random histories, each of which must keep every limit in every stretch of time.</summary>
public sealed class FleetTests
{
    [Theory]
    [InlineData(0, 30, 100, 0)]
    [InlineData(0, 10, 0, 0)]
    [InlineData(0, 30, 100, 500)]
    [InlineData(0, 0, 37, 0)]
    [InlineData(0, 1, 0, 0)]
    [InlineData(0, 300, 2_000, 0)]
    [InlineData(14, 0, 0, 0)]
    [InlineData(3, 100, 0, 0)]
    [InlineData(1, 0, 0, 0)]
    public void No_stretch_of_time_ever_sees_more_than_its_limit(int perSecond, int perMinute, int perHour, int perDay)
    {
        SendRateLimits limits = new(perSecond, perMinute, perHour, perDay);
        for (var seed = 0; seed < 25; seed++)
        {
            Random random = new(seed);
            Fleet fleet = new(limits, random);
            var fastest = random.NextDouble() * 0.5;
            fleet.Run(
                random.Next(1, 9),
                fastest,
                fastest + (random.NextDouble() * 5),
                random.NextDouble() * 0.02,
                TimeSpan.FromHours(perHour > 0 ? 3 : 0.2));

            Assert.NotEmpty(fleet.Begun);
            if (perSecond > 0) Assert.InRange(fleet.Most(TimeSpan.FromSeconds(1)), 1, perSecond);
            Assert.All(limits.Windows, window => Assert.InRange(fleet.Most(window.Length), 1, window.Limit));
        }
    }

    [Theory]
    [InlineData(0, 30, 0, 0, 0.05, 95)]
    [InlineData(0, 30, 100, 0, 0.05, 95)]
    [InlineData(0, 1_000, 0, 0, 0.05, 85)]
    [InlineData(14, 0, 0, 0, 0.2, 80)]
    public void Nearly_the_whole_allowance_is_used(int perSecond, int perMinute, int perHour, int perDay, double seconds, int percent)
    {
        SendRateLimits limits = new(perSecond, perMinute, perHour, perDay);
        Fleet fleet = new(limits, new(1), fullBatches: true);
        fleet.Run(8, seconds, seconds, 0, TimeSpan.FromHours(10));

        var most = new[] { 36_000.0 * perSecond, 600 * perMinute, 10 * perHour }.Where(limit => limit > 0).Min();
        Assert.InRange(fleet.Begun.Count, most * percent / 100, most + 100);
    }

    [Fact]
    public void The_row_stays_small_at_a_hundred_thousand_a_minute_over_a_day()
    {
        SendRateLimits limits = new(0, 100_000, 0, 100_000_000);
        var (sendRate, largest) = (SendRate.Empty, 0);
        for (var now = Fleet.Start; now < Fleet.Start.AddHours(25); now += TimeSpan.FromSeconds(11.1))
        {
            (sendRate, var answer) = SendRateRule.Take(sendRate, limits, new("run", Urgency.Release, 1_000, 0), now);
            sendRate = SendRateRule.End(sendRate, "run", Assert.IsType<SendRateAnswer.Go>(answer).Grant.Mails, now);
            largest = Math.Max(largest, sendRate.Used.Count);
        }

        Assert.InRange(largest, 100, 300);
    }
}
