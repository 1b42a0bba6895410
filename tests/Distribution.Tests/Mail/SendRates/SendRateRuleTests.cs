using Distribution.Mail.SendRates;

namespace Distribution.Tests.Mail.SendRates;

public sealed class SendRateRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly SendRateLimits Thirty = new(0, 30, 100, 0);

    [Fact]
    public void The_whole_allowance_may_go_at_once() => Assert.Equal(30, Granted(Take(SendRate.Empty, Thirty, 30)));

    [Fact]
    public void A_run_gets_what_is_left() => Assert.Equal(20, Granted(Take(Used(10, Now), Thirty, 30)));

    [Fact]
    public void For_a_few_mails_no_run_begins() => Assert.IsType<SendRateAnswer.Wait>(Take(Used(25, Now), Thirty, 30).Answer);

    [Theory]
    [InlineData(30, 0, 60)]
    [InlineData(30, 59, 1)]
    [InlineData(30, 60, 0)]
    [InlineData(0, 0, 0)]
    public void A_window_frees_what_has_left_it(int used, int ago, int wait)
    {
        var (_, answer) = Take(Used(used, Now.AddSeconds(-ago)), Thirty, 30);

        Assert.Equal(wait, answer is SendRateAnswer.Wait { Slot: var slot } ? (slot.At - Now).TotalSeconds : 0);
    }

    [Fact]
    public void The_window_that_frees_last_decides()
    {
        var sendRate = Used(95, Now.AddMinutes(-50));

        var wait = Assert.IsType<SendRateAnswer.Wait>(Take(sendRate, Thirty, 30).Answer);

        Assert.Equal((Now.AddMinutes(10), false), (wait.Slot.At, wait.IsKept));
    }

    [Fact]
    public void What_a_run_may_still_send_counts_as_sent_at_the_last_moment()
    {
        var (sendRate, _) = Take(SendRate.Empty, Thirty, 30);

        Assert.IsType<SendRateAnswer.Wait>(Take(sendRate, Thirty, 30, owner: "other", at: Now.AddSeconds(74)).Answer);
        Assert.Equal(30, Granted(Take(sendRate, Thirty, 30, owner: "other", at: Now.AddSeconds(75))));
    }

    [Fact]
    public void A_run_gives_back_what_it_has_not_used()
    {
        var (sendRate, _) = Take(SendRate.Empty, Thirty, 30, owner: "one");

        var ended = SendRateRule.End(sendRate, "one", sent: 4, Now.AddSeconds(2));

        Assert.Equal(26, Granted(Take(ended, Thirty, 30, at: Now.AddSeconds(2))));
        Assert.Equal(30, Granted(Take(ended, Thirty, 30, at: Now.AddSeconds(62))));
    }

    [Theory]
    [InlineData(74, 26)]
    [InlineData(75, 10)]
    public void A_run_that_waited_for_a_slow_relay_gives_back_what_it_has_not_used_for_a_minute(int seconds, int left)
    {
        SendRateLimits hourly = new(0, 0, 30, 0);
        var (slow, _) = Take(SendRate.Empty, hourly, 20, owner: "slow");
        var other = Take(slow, hourly, 5, owner: "other", at: Now.AddSeconds(seconds));
        var without = SendRateRule.End(other.SendRate, "other", sent: 0, Now.AddSeconds(seconds));

        var ended = SendRateRule.End(without, "slow", sent: 4, Now.AddSeconds(seconds));

        Assert.Equal(left, Room(ended, hourly, Now.AddSeconds(seconds)));
    }

    [Fact]
    public void What_is_urgent_does_not_wait_for_the_slots_of_a_backlog()
    {
        var sendRate = Backlog(minutes: 5);

        Assert.Equal(1, Granted(Take(sendRate, Thirty, 1, Urgency.Outbox)));
        Assert.Equal(30, Granted(Take(sendRate, Thirty, 30, Urgency.Kill)));
        Assert.Equal(Now, SendSlots.Plan(sendRate, Thirty, Urgency.Correction, 30, Now)!.At);
        Assert.Null(SendSlots.Plan(sendRate, Thirty, Urgency.Digest, 30, Now));
    }

    [Fact]
    public void A_backlog_leaves_the_place_of_what_is_urgent()
    {
        var waiting = Take(Used(30, Now.AddSeconds(-30)), Thirty, 1, Urgency.Outbox);
        var slot = Assert.IsType<SendRateAnswer.Wait>(waiting.Answer).Slot;

        var (sendRate, release) = Take(waiting.SendRate, Thirty, 30, at: slot.At);

        Assert.Equal(29, Granted((sendRate, release)));
        Assert.Equal(1, Granted(SendRateRule.Take(sendRate, Thirty, new("mail", Urgency.Outbox, 1, 0) { Slot = slot }, slot.At)));
    }

    [Fact]
    public void Nobody_keeps_a_place_for_a_run_that_does_not_come()
    {
        var waiting = Take(Used(30, Now.AddSeconds(-30)), Thirty, 1, Urgency.Outbox);

        Assert.Equal(30, Granted(Take(waiting.SendRate, Thirty, 30, at: Now.AddMinutes(2))));
    }

    [Fact]
    public void Slots_leave_time_to_send_and_reach_five_minutes_ahead()
    {
        List<double?> seconds = [];
        SlotPlan plan = new(SendRate.Empty, new(0, 10, 0, 0));
        for (var batch = 0; batch < 7; batch++)
        {
            var slot = plan.Find(Urgency.Release, 10, Now);
            if (slot is not null) plan.Keep(slot);
            seconds.Add((slot?.At - Now)?.TotalSeconds);
        }

        Assert.Equal([0, 62, 124, 186, 248, null, null], seconds);
    }

    [Fact]
    public void Each_run_has_its_share_of_a_second()
    {
        SendRateLimits limits = new(5, 0, 0, 0);
        var (one, first) = SendRateRule.Take(SendRate.Empty, limits, new("one", Urgency.Release, 100, 3), Now);
        var (two, second) = SendRateRule.Take(one, limits, new("two", Urgency.Release, 100, 3), Now);
        var (_, third) = SendRateRule.Take(two, limits, new("three", Urgency.Release, 100, 3), Now);

        Assert.Equal((3, 45), (Grant(first).PerSecond, Grant(first).Mails));
        Assert.Equal((2, TimeSpan.FromSeconds(0.5)), (Grant(second).PerSecond, Grant(second).Apart));
        Assert.IsType<SendRateAnswer.Wait>(third);
    }

    [Fact]
    public void One_share_of_a_second_is_left_for_what_is_urgent_and_comes_soon()
    {
        SendRateLimits limits = new(5, 0, 0, 0);
        var sendRate = SendRate.Empty with { Planned = [new(Now, Urgency.Outbox, 1)] };

        var (taken, release) = SendRateRule.Take(sendRate, limits, new("release", Urgency.Release, 100, 3), Now);
        var (_, urgent) = SendRateRule.Take(taken, limits, new("urgent", Urgency.Outbox, 100, 3), Now);

        Assert.Equal((2, 3), (Grant(release).PerSecond, Grant(urgent).PerSecond));
    }

    [Fact]
    public void A_relay_that_asks_for_less_gets_less_until_it_is_calm()
    {
        List<double> rests = [];
        var (sendRate, now) = (SendRate.Empty, Now);
        for (var answer = 0; answer < 7; answer++)
        {
            sendRate = SendRateRule.Rest(sendRate, "slow down", now);
            rests.Add((sendRate.RestUntil!.Value - now).TotalMinutes);
            Assert.Same(sendRate, SendRateRule.Rest(sendRate, "slow down", now.AddSeconds(20)));
            Assert.IsType<SendRateAnswer.Wait>(Take(sendRate, Thirty, 1, Urgency.Outbox, at: now.AddSeconds(20)).Answer);
            now = sendRate.RestUntil.Value.AddSeconds(5);
        }

        sendRate = SendRateRule.Rest(sendRate, "slow down", now + SendRateRule.Calm);

        Assert.Equal([1, 2, 4, 8, 16, 30, 30], rests);
        Assert.Equal(now + SendRateRule.Calm + TimeSpan.FromMinutes(1), sendRate.RestUntil);
    }

    [Fact]
    public void A_clock_that_was_wrong_holds_nobody_up_for_long()
    {
        var sendRate = Used(30, Now.AddYears(1)) with { RestUntil = Now.AddYears(1), Planned = [new(Now.AddYears(1), Urgency.Outbox, 30)] };

        var (tidy, answer) = Take(sendRate, Thirty, 30);

        Assert.Equal(Now + SendRateRule.LongestRest, Assert.IsType<SendRateAnswer.Wait>(answer).Slot.At);
        Assert.Equal(30, Granted(Take(tidy, Thirty, 30, at: Now + SendRateRule.LongestRest)));
    }

    [Theory]
    [InlineData(30, 0, 0, 0, 100)]
    [InlineData(0, 30, 100, 0, 30)]
    [InlineData(0, 0, 7, 0, 7)]
    [InlineData(1, 0, 0, 0, 60)]
    public void A_batch_fits_into_each_window(int perSecond, int perMinute, int perHour, int perDay, int size) =>
        Assert.Equal(size, new SendRateLimits(perSecond, perMinute, perHour, perDay).Batch(100));

    private static SendRate Used(int mails, DateTimeOffset at) => SendRate.Empty with { Used = mails == 0 ? [] : [new(at, mails)] };

    private static SendRate Backlog(int minutes) =>
        SendRate.Empty with { Planned = [.. Enumerable.Range(0, minutes).Select(minute => new SendSlot(Now.AddMinutes(minute), Urgency.Release, 30))] };

    private static (SendRate SendRate, SendRateAnswer Answer) Take(
        SendRate sendRate, SendRateLimits limits, int mails, Urgency urgency = Urgency.Release, string owner = "run", DateTimeOffset? at = null) =>
        SendRateRule.Take(sendRate, limits, new(owner, urgency, mails, 0), at ?? Now);

    /// <summary>How many mails would be granted now, one after the other.</summary>
    private static int Room(SendRate sendRate, SendRateLimits limits, DateTimeOffset now)
    {
        var mails = 0;
        for (var taken = Take(sendRate, limits, 1, owner: "0", at: now); taken.Answer is SendRateAnswer.Go; taken = Take(taken.SendRate, limits, 1, owner: $"{mails}", at: now)) mails++;
        return mails;
    }

    private static int Granted((SendRate SendRate, SendRateAnswer Answer) taken) => Grant(taken.Answer).Mails;

    private static SendGrant Grant(SendRateAnswer answer) => Assert.IsType<SendRateAnswer.Go>(answer).Grant;
}
