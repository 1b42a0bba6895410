using Distribution.Mail.SendRates;

namespace Distribution.Tests.Mail.SendRates;

public sealed class PaceRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly PaceLimits Thirty = new(0, 30, 100, 0);

    [Fact]
    public void The_whole_allowance_may_go_at_once() => Assert.Equal(30, Granted(Take(Pace.Empty, Thirty, 30)));

    [Fact]
    public void A_run_gets_what_is_left() => Assert.Equal(20, Granted(Take(Used(10, Now), Thirty, 30)));

    [Fact]
    public void For_a_few_mails_no_run_begins() => Assert.IsType<PaceAnswer.Wait>(Take(Used(25, Now), Thirty, 30).Answer);

    [Theory]
    [InlineData(30, 0, 60)]
    [InlineData(30, 59, 1)]
    [InlineData(30, 60, 0)]
    [InlineData(0, 0, 0)]
    public void A_window_frees_what_has_left_it(int used, int ago, int wait)
    {
        var (_, answer) = Take(Used(used, Now.AddSeconds(-ago)), Thirty, 30);

        Assert.Equal(wait, answer is PaceAnswer.Wait { Slot: var slot } ? (slot.At - Now).TotalSeconds : 0);
    }

    [Fact]
    public void The_window_that_frees_last_decides()
    {
        var pace = Used(95, Now.AddMinutes(-50));

        var wait = Assert.IsType<PaceAnswer.Wait>(Take(pace, Thirty, 30).Answer);

        Assert.Equal((Now.AddMinutes(10), false), (wait.Slot.At, wait.IsKept));
    }

    [Fact]
    public void What_a_run_may_still_send_counts_as_sent_at_the_last_moment()
    {
        var (pace, _) = Take(Pace.Empty, Thirty, 30);

        Assert.IsType<PaceAnswer.Wait>(Take(pace, Thirty, 30, owner: "other", at: Now.AddSeconds(74)).Answer);
        Assert.Equal(30, Granted(Take(pace, Thirty, 30, owner: "other", at: Now.AddSeconds(75))));
    }

    [Fact]
    public void A_run_gives_back_what_it_has_not_used()
    {
        var (pace, _) = Take(Pace.Empty, Thirty, 30, owner: "one");

        var ended = PaceRule.End(pace, "one", sent: 4, Now.AddSeconds(2));

        Assert.Equal(26, Granted(Take(ended, Thirty, 30, at: Now.AddSeconds(2))));
        Assert.Equal(30, Granted(Take(ended, Thirty, 30, at: Now.AddSeconds(62))));
    }

    [Fact]
    public void What_is_urgent_does_not_wait_for_the_slots_of_a_backlog()
    {
        var pace = Backlog(minutes: 5);

        Assert.Equal(1, Granted(Take(pace, Thirty, 1, Urgency.Outbox)));
        Assert.Equal(30, Granted(Take(pace, Thirty, 30, Urgency.Kill)));
        Assert.Equal(Now, PaceSlots.Plan(pace, Thirty, Urgency.Correction, 30, Now)!.At);
        Assert.Null(PaceSlots.Plan(pace, Thirty, Urgency.Digest, 30, Now));
    }

    [Fact]
    public void A_backlog_leaves_the_place_of_what_is_urgent()
    {
        var waiting = Take(Used(30, Now.AddSeconds(-30)), Thirty, 1, Urgency.Outbox);
        var slot = Assert.IsType<PaceAnswer.Wait>(waiting.Answer).Slot;

        var (pace, release) = Take(waiting.Pace, Thirty, 30, at: slot.At);

        Assert.Equal(29, Granted((pace, release)));
        Assert.Equal(1, Granted(PaceRule.Take(pace, Thirty, new("mail", Urgency.Outbox, 1, 0) { Slot = slot }, slot.At)));
    }

    [Fact]
    public void Nobody_keeps_a_place_for_a_run_that_does_not_come()
    {
        var waiting = Take(Used(30, Now.AddSeconds(-30)), Thirty, 1, Urgency.Outbox);

        Assert.Equal(30, Granted(Take(waiting.Pace, Thirty, 30, at: Now.AddMinutes(2))));
    }

    [Fact]
    public void Slots_leave_time_to_send_and_reach_five_minutes_ahead()
    {
        List<double?> seconds = [];
        SlotPlan plan = new(Pace.Empty, new(0, 10, 0, 0));
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
        PaceLimits limits = new(5, 0, 0, 0);
        var (one, first) = PaceRule.Take(Pace.Empty, limits, new("one", Urgency.Release, 100, 3), Now);
        var (two, second) = PaceRule.Take(one, limits, new("two", Urgency.Release, 100, 3), Now);
        var (_, third) = PaceRule.Take(two, limits, new("three", Urgency.Release, 100, 3), Now);

        Assert.Equal((3, 45), (Grant(first).PerSecond, Grant(first).Mails));
        Assert.Equal((2, TimeSpan.FromSeconds(0.5)), (Grant(second).PerSecond, Grant(second).Apart));
        Assert.IsType<PaceAnswer.Wait>(third);
    }

    [Fact]
    public void A_relay_that_asks_for_less_gets_less_until_it_is_calm()
    {
        List<double> rests = [];
        var (pace, now) = (Pace.Empty, Now);
        for (var answer = 0; answer < 7; answer++)
        {
            pace = PaceRule.Rest(pace, now);
            rests.Add((pace.RestUntil!.Value - now).TotalMinutes);
            Assert.Same(pace, PaceRule.Rest(pace, now.AddSeconds(20)));
            Assert.IsType<PaceAnswer.Wait>(Take(pace, Thirty, 1, Urgency.Outbox, at: now.AddSeconds(20)).Answer);
            now = pace.RestUntil.Value.AddSeconds(5);
        }

        pace = PaceRule.Rest(pace, now + PaceRule.Calm);

        Assert.Equal([1, 2, 4, 8, 16, 30, 30], rests);
        Assert.Equal(now + PaceRule.Calm + TimeSpan.FromMinutes(1), pace.RestUntil);
    }

    [Fact]
    public void A_clock_that_was_wrong_holds_nobody_up_for_long()
    {
        var pace = Used(30, Now.AddYears(1)) with { RestUntil = Now.AddYears(1), Planned = [new(Now.AddYears(1), Urgency.Outbox, 30)] };

        var (tidy, answer) = Take(pace, Thirty, 30);

        Assert.Equal(Now + PaceRule.LongestRest, Assert.IsType<PaceAnswer.Wait>(answer).Slot.At);
        Assert.Equal(30, Granted(Take(tidy, Thirty, 30, at: Now + PaceRule.LongestRest)));
    }

    [Theory]
    [InlineData(30, 0, 0, 0, 100)]
    [InlineData(0, 30, 100, 0, 30)]
    [InlineData(0, 0, 7, 0, 7)]
    [InlineData(1, 0, 0, 0, 60)]
    public void A_batch_fits_into_each_window(int perSecond, int perMinute, int perHour, int perDay, int size) =>
        Assert.Equal(size, new PaceLimits(perSecond, perMinute, perHour, perDay).Batch(100));

    private static Pace Used(int mails, DateTimeOffset at) => Pace.Empty with { Used = mails == 0 ? [] : [new(at, mails)] };

    private static Pace Backlog(int minutes) =>
        Pace.Empty with { Planned = [.. Enumerable.Range(0, minutes).Select(minute => new PaceSlot(Now.AddMinutes(minute), Urgency.Release, 30))] };

    private static (Pace Pace, PaceAnswer Answer) Take(
        Pace pace, PaceLimits limits, int mails, Urgency urgency = Urgency.Release, string owner = "run", DateTimeOffset? at = null) =>
        PaceRule.Take(pace, limits, new(owner, urgency, mails, 0), at ?? Now);

    private static int Granted((Pace Pace, PaceAnswer Answer) taken) => Grant(taken.Answer).Mails;

    private static PaceGrant Grant(PaceAnswer answer) => Assert.IsType<PaceAnswer.Go>(answer).Grant;
}
