using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;
using Distribution.Mail.Smtp;

namespace Distribution.Tests.Mail.Outcomes;

public sealed class OutcomeRulesTests
{
    private static readonly DispatchOptions Options = new();
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly SmtpReply Yes = new(250, "2.0.0", "queued as 4711");
    private static readonly SmtpReply Later = new(451, "4.7.1", "greylisted");
    private static readonly SmtpReply Never = new(550, "5.1.1", "no such user");
    private static readonly SmtpReply Silence = new(0, null, "The connection was lost.");

    private static SendResult.Deferred TooFast { get; } =
        new(new(450, "4.7.0", "rate exceeded"), DeferralScope.Rate) { HeardRecipient = true };

    private static Outcome Handed => OutcomeRules.HandOver(Outcome.Planned, Now);

    [Fact]
    public void Whom_the_relay_turned_away_for_our_rate_is_put_off_and_nothing_else()
    {
        var putOff = OutcomeRules.PutOff(new() { State = OutcomeState.Deferred, Attempts = 2 }, TooFast, Now, Now, 0, Options);

        Assert.Equal(
            (OutcomeState.Deferred, 2, Now + OutcomeRules.Wait(3, 0, Options), 450),
            (putOff.State, putOff.Attempts, putOff.RetryAt, putOff.Code));
        Assert.Equal(
            OutcomeState.Uncertain,
            OutcomeRules.PutOff(new() { State = OutcomeState.Uncertain, MaybeTwice = true }, TooFast, Now, Now, 0, Options).State);
    }

    [Theory]
    [InlineData(OutcomeState.Planned, OutcomeState.Expired, false)]
    [InlineData(OutcomeState.Deferred, OutcomeState.Expired, false)]
    [InlineData(OutcomeState.Uncertain, OutcomeState.Held, true)]
    [InlineData(OutcomeState.Handed, OutcomeState.Held, true)]
    [InlineData(OutcomeState.Refused, OutcomeState.Refused, false)]
    public void When_all_give_up_those_who_may_have_the_mail_wait_for_a_user(OutcomeState before, OutcomeState after, bool maybeTwice)
    {
        var outcome = OutcomeRules.GiveUp(new() { State = before, RetryAt = Now }, new(421, "4.3.2", "closing"), Now);

        Assert.Equal((after, maybeTwice), (outcome.State, outcome.MaybeTwice));
        Assert.Equal(before == OutcomeState.Refused, outcome.RetryAt is not null);
    }

    [Fact]
    public void A_recipient_who_is_put_off_again_and_again_expires()
    {
        var planned = Now - Options.MaxRetryAge;

        Assert.Equal(OutcomeState.Deferred, OutcomeRules.PutOff(Outcome.Planned, TooFast, planned.AddSeconds(1), Now, 0, Options).State);
        Assert.Equal((OutcomeState.Expired, null), (
            OutcomeRules.PutOff(Outcome.Planned, TooFast, planned, Now, 0, Options) is var expired
                ? expired.State
                : default, expired.RetryAt));
    }

    [Theory]
    [InlineData(OutcomeState.Deferred, 450, true, DeferralScope.Recipient)]
    [InlineData(OutcomeState.Deferred, 450, false, DeferralScope.Rate)]
    [InlineData(OutcomeState.Deferred, 421, true, DeferralScope.Rate)]
    [InlineData(OutcomeState.Planned, 0, true, DeferralScope.Rate)]
    public void One_mailbox_does_not_slow_down_everybody_twice(OutcomeState before, int code, bool tookOthers, DeferralScope scope) =>
        Assert.Equal(scope, OutcomeRules.Narrow(TooFast, new() { State = before, Code = code }, tookOthers).Scope);

    [Fact]
    public void Handing_over_counts_the_attempt_before_it_is_made()
    {
        Assert.Equal((OutcomeState.Handed, 1, Now), (Handed.State, Handed.Attempts, Handed.At));
        Assert.Equal(2, OutcomeRules.HandOver(Handed with { State = OutcomeState.Deferred }, Now).Attempts);
    }

    [Fact]
    public void What_the_server_says_is_kept()
    {
        var accepted = After(Handed, new SendResult.Accepted(Yes, "relay/7"));

        Assert.Equal((OutcomeState.Accepted, 250, "2.0.0", "queued as 4711", "relay/7"),
            (accepted.State, accepted.Code, accepted.Enhanced, accepted.Words, accepted.Connection));
        Assert.Equal(OutcomeState.Refused, After(Handed, new SendResult.Refused(Never)).State);
    }

    [Fact]
    public void A_temporary_refusal_is_tried_again_later_and_later()
    {
        var first = After(Handed, new SendResult.Deferred(Later, DeferralScope.Recipient));
        var third = After(Handed with { Attempts = 3 }, new SendResult.Deferred(Later, DeferralScope.Recipient));

        Assert.Equal((OutcomeState.Deferred, Now + Options.InitialRetryDelay), (first.State, first.RetryAt));
        Assert.Equal(Now + (Options.InitialRetryDelay * 4), third.RetryAt);
    }

    [Theory]
    [InlineData(1, 0.0, 300)]
    [InlineData(1, 1.0, 375)]
    [InlineData(2, 0.0, 600)]
    [InlineData(10, 0.0, 7200)]
    [InlineData(1000, 1.0, 9000)]
    public void Waits_grow_to_two_hours_and_are_spread(int attempts, double jitter, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), OutcomeRules.Wait(attempts, jitter, Options));

    [Fact]
    public void A_recipient_deferred_for_too_long_expires()
    {
        var outcome = OutcomeRules.After(
            Handed, new SendResult.Deferred(Later, DeferralScope.Recipient), Now - Options.MaxRetryAge, Now, 0, Options);

        Assert.Equal(OutcomeState.Expired, outcome.State);
        Assert.Null(outcome.RetryAt);
    }

    [Fact]
    public void A_mail_without_an_answer_goes_once_more_and_then_waits_for_a_user()
    {
        var once = After(Handed, new SendResult.Uncertain(Silence));
        var twice = After(OutcomeRules.HandOver(once, Now), new SendResult.Uncertain(Silence));

        Assert.Equal((OutcomeState.Uncertain, true), (once.State, once.MaybeTwice));
        Assert.Equal((OutcomeState.Held, true), (twice.State, twice.MaybeTwice));
        Assert.True(twice.IsFinal);
    }

    [Fact]
    public void A_doubt_stays_on_record_when_the_second_mail_is_accepted()
    {
        var doubt = After(Handed, new SendResult.Uncertain(Silence));

        var accepted = After(OutcomeRules.HandOver(doubt, Now), new SendResult.Accepted(Yes, "relay/8"));

        Assert.Equal((OutcomeState.Accepted, true), (accepted.State, accepted.MaybeTwice));
    }

    [Fact]
    public void By_setting_a_mail_without_an_answer_waits_for_a_user_at_once()
    {
        var held = OutcomeRules.After(Handed, new SendResult.Uncertain(Silence), Now, Now, 0, new() { ResendUncertain = false });

        Assert.Equal(OutcomeState.Held, held.State);
    }

    [Theory]
    [InlineData(OutcomeState.Handed, false, OutcomeState.Uncertain)]
    [InlineData(OutcomeState.Handed, true, OutcomeState.Held)]
    [InlineData(OutcomeState.Accepted, false, OutcomeState.Accepted)]
    [InlineData(OutcomeState.Deferred, false, OutcomeState.Deferred)]
    [InlineData(OutcomeState.Planned, false, OutcomeState.Planned)]
    public void A_crash_leaves_a_doubt_only_about_what_was_in_flight(OutcomeState before, bool maybeTwice, OutcomeState expected)
    {
        var after = OutcomeRules.AfterCrash(new() { State = before, Attempts = 1, MaybeTwice = maybeTwice }, Now, Options);

        Assert.Equal(expected, after.State);
        Assert.True(after.IsFinal || after.IsDue(Now));
    }

    [Fact]
    public void An_attempt_that_did_not_take_place_is_not_counted()
    {
        var back = OutcomeRules.TakeBack(Outcome.Planned, new SendResult.Stopped(new(535, "5.7.8", "bad login")));

        Assert.Equal((OutcomeState.Planned, 0, "bad login"), (back.State, back.Attempts, back.Words));
    }

    [Theory]
    [InlineData(OutcomeState.Accepted, OutcomeState.Handed, OutcomeState.Accepted)]
    [InlineData(OutcomeState.Handed, OutcomeState.Accepted, OutcomeState.Accepted)]
    [InlineData(OutcomeState.Accepted, OutcomeState.Held, OutcomeState.Accepted)]
    [InlineData(OutcomeState.Refused, OutcomeState.Uncertain, OutcomeState.Refused)]
    [InlineData(OutcomeState.Deferred, OutcomeState.Handed, OutcomeState.Deferred)]
    [InlineData(OutcomeState.Uncertain, OutcomeState.Handed, OutcomeState.Uncertain)]
    [InlineData(OutcomeState.Planned, OutcomeState.Skipped, OutcomeState.Skipped)]
    [InlineData(OutcomeState.Refused, OutcomeState.Accepted, OutcomeState.Accepted)]
    public void Of_two_records_the_one_that_knows_more_is_kept(OutcomeState mine, OutcomeState stored, OutcomeState expected)
    {
        var merged = OutcomeRules.Merge(new() { State = mine, Attempts = 1 }, new() { State = stored, Attempts = 2, MaybeTwice = true });

        Assert.Equal((expected, 2, true), (merged.State, merged.Attempts, merged.MaybeTwice));
    }

    private static Outcome After(Outcome handed, SendResult result) => OutcomeRules.After(handed, result, Now, Now, 0, Options);
}
