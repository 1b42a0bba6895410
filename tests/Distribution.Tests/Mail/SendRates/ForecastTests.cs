using Distribution.Mail.SendRates;

namespace Distribution.Tests.Mail.SendRates;

public sealed class ForecastTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(30, 0)]
    [InlineData(31, 1)]
    [InlineData(100, 3)]
    [InlineData(101, 60)]
    [InlineData(200, 63)]
    [InlineData(1_000, (9 * 60) + 3)]
    public void Limits_say_when_the_last_reader_gets_it(int mails, int minutes) =>
        Assert.Equal(Now.AddMinutes(minutes), Forecast.ByLimits(SendRate.Empty, new(0, 30, 100, 0), mails, Now));

    [Fact]
    public void What_was_used_lately_comes_first()
    {
        var sendRate = SendRate.Empty with { Used = [new(Now.AddMinutes(-30), 95)] };

        Assert.Equal(Now, Forecast.ByLimits(sendRate, new(0, 30, 100, 0), 5, Now));
        Assert.Equal(Now.AddMinutes(30), Forecast.ByLimits(sendRate, new(0, 30, 100, 0), 6, Now));
    }

    [Fact]
    public void A_rest_of_the_relay_comes_first() =>
        Assert.Equal(
            Now.AddMinutes(5), Forecast.ByLimits(SendRate.Empty with { RestUntil = Now.AddMinutes(4) }, new(0, 30, 0, 0), 60, Now));

    [Fact]
    public void Without_limits_the_rate_so_far_says_it()
    {
        var rate = Forecast.PerMinute(500, Now.AddMinutes(-2), Now);

        Assert.Equal(250, rate);
        Assert.Equal(Now.AddMinutes(4), Forecast.ByRate(1_000, rate, Now));
    }

    [Fact]
    public void Before_the_first_mail_there_is_no_rate()
    {
        Assert.Null(Forecast.PerMinute(0, Now.AddMinutes(-2), Now));
        Assert.Null(Forecast.PerMinute(5, Now, Now));
        Assert.Null(Forecast.ByRate(1_000, null, Now));
    }

    /// <summary>
    /// Mails that go as soon as the rule gives leave end when the forecast said, give or take what a window is coarse by.
    /// </summary>
    [Theory]
    [InlineData(30, 100, 0, 1_000)]
    [InlineData(30, 100, 500, 1_700)]
    [InlineData(10, 0, 0, 555)]
    [InlineData(0, 40, 90, 333)]
    public void It_comes_true(int perMinute, int perHour, int perDay, int mails)
    {
        SendRateLimits limits = new(0, perMinute, perHour, perDay);
        var (sendRate, now, left, last) = (SendRate.Empty, Now, mails, Now);
        while (left > 0)
        {
            (sendRate, var answer) =
                SendRateRule.Take(sendRate, limits, new("run", Urgency.Release, Math.Min(left, limits.Batch(100)), 0), now);
            if (answer is SendRateAnswer.Go go)
            {
                (sendRate, left, last) = (SendRateRule.End(sendRate, "run", go.Grant.Mails, now), left - go.Grant.Mails, now);
            }
            else
            {
                now = ((SendRateAnswer.Wait)answer).Slot.At;
                sendRate = sendRate with { Planned = [] };
            }
        }

        var foretold = Forecast.ByLimits(SendRate.Empty, limits, mails, Now);

        Assert.InRange((last - foretold).TotalMinutes, -1, 2 + ((foretold - Now).TotalMinutes * 0.03));
    }
}
