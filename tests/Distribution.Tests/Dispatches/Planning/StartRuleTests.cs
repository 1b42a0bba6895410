using Distribution.Audiences.Selection;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Mail.Smtp;
using Distribution.Platform.Addresses;
using Distribution.Releases.Drafts;

namespace Distribution.Tests.Dispatches.Planning;

public sealed class StartRuleTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly RecipientsSwitch Everybody = new RecipientsSwitch.Everybody();

    [Fact]
    public void A_scheduled_release_is_sent_when_its_time_has_come() =>
        Assert.Equal(new StartRule.Send(DispatchKind.Release), Decide(Scheduled, Everybody, At));

    [Fact]
    public void With_addresses_in_the_switch_it_is_rehearsed() =>
        Assert.Equal(
            new StartRule.Send(DispatchKind.Rehearsal),
            Decide(Scheduled, new RecipientsSwitch.Rehearsal([MailAddress.Parse("desk@example.org")!]), At));

    [Fact]
    public void With_the_switch_off_it_waits_and_says_so() =>
        Assert.Contains("switched off", Assert.IsType<StartRule.Wait>(Decide(Scheduled, new RecipientsSwitch.Off(), At)).Reason, StringComparison.Ordinal);

    [Fact]
    public void Long_after_its_time_it_waits_for_a_user() =>
        Assert.Contains("long past", Assert.IsType<StartRule.Wait>(Decide(Scheduled, Everybody, At.AddHours(25))).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_release_that_is_just_being_scheduled_is_left_alone() =>
        Assert.IsType<StartRule.Keep>(Decide(Scheduled with { State = ReleaseState.Draft, SendAt = null }, Everybody, At));

    [Theory]
    [InlineData(ReleaseState.Draft)]
    [InlineData(ReleaseState.Submitted)]
    [InlineData(ReleaseState.Returned)]
    [InlineData(ReleaseState.Approved)]
    public void A_time_that_comes_before_the_approval_is_missed(ReleaseState state) =>
        Assert.IsType<StartRule.Missed>(Decide(Scheduled with { State = state }, Everybody, At));

    [Fact]
    public void A_withdrawn_release_is_dropped() =>
        Assert.IsType<StartRule.Drop>(Decide(Scheduled with { State = ReleaseState.Withdrawn }, Everybody, At));

    [Fact]
    public void It_waits_for_the_texts_that_are_missing_and_people_are_told()
    {
        var wait = Assert.IsType<StartRule.Wait>(Decide(Scheduled, Everybody, At, "es", "ar"));

        Assert.EndsWith("es, ar.", wait.Reason, StringComparison.Ordinal);
        Assert.True(wait.IsNews);
    }

    [Fact]
    public void A_dispatch_that_has_begun_waits_for_no_text() =>
        Assert.IsType<StartRule.Send>(Decide(Scheduled with { State = ReleaseState.Dispatching }, Everybody, At, "es"));

    [Fact]
    public void Late_translations_wait_for_the_plan_of_the_first_dispatch()
    {
        Assert.IsType<StartRule.Keep>(DecideTranslation(3, null));
        Assert.IsType<StartRule.Keep>(DecideTranslation(3, First with { Plan = null }));
        Assert.Equal(new StartRule.Send(DispatchKind.Translation), DecideTranslation(3, First));
    }

    [Fact]
    public void When_the_wait_is_over_nothing_is_sent_where_nobody_has_waited()
    {
        Assert.IsType<StartRule.Drop>(DecideTranslation(2, First));
        Assert.IsType<StartRule.Send>(DecideTranslation(2, First with { Excluded = new Dictionary<string, int> { [AudienceRule.Waiting] = 1 } }));
    }

    [Fact]
    public void Late_translations_are_sent_with_the_switch_on_and_not_in_a_rehearsal()
    {
        ReleaseTime row = new() { Release = "r", At = At, Translation = 3 };
        var release = Scheduled with { State = ReleaseState.Released };

        Assert.IsType<StartRule.Keep>(StartRule.DecideTranslation(row, release, First, new RecipientsSwitch.Off()));
        Assert.IsType<StartRule.Keep>(StartRule.DecideTranslation(row, release, First, new RecipientsSwitch.Rehearsal([])));
        Assert.IsType<StartRule.Drop>(StartRule.DecideTranslation(row, null, First, Everybody));
    }

    [Fact]
    public void A_time_that_was_moved_is_dropped() =>
        Assert.IsType<StartRule.Drop>(Decide(Scheduled with { SendAt = At.AddDays(1) }, Everybody, At.AddHours(2)));

    [Fact]
    public void A_start_that_was_cut_short_goes_on_however_late() =>
        Assert.Equal(
            new StartRule.Send(DispatchKind.Release), Decide(Scheduled with { State = ReleaseState.Dispatching }, Everybody, At.AddDays(2)));

    [Fact]
    public void A_release_that_went_out_is_not_started_again() =>
        Assert.IsType<StartRule.Drop>(Decide(Scheduled with { State = ReleaseState.Released }, Everybody, At));

    [Fact]
    public void A_release_that_was_deleted_is_dropped() => Assert.IsType<StartRule.Drop>(Decide(null, Everybody, At));

    private static Release Scheduled => new()
    {
        Id = "r",
        Office = "port-of-spain",
        PressOfficers = [],
        Audience = new() { Lists = ["press"] },
        OriginalLanguage = "en",
        State = ReleaseState.Scheduled,
        SendAt = At,
        CreatedBy = "p",
        CreatedAt = At,
    };

    private static Dispatch First => new()
    {
        Id = "r-2-release",
        Release = "r",
        Version = 2,
        Kind = DispatchKind.Release,
        CreatedAt = At,
        Plan = "p",
    };

    private static StartRule Decide(Release? release, RecipientsSwitch recipients, DateTimeOffset now, params string[] missing) =>
        StartRule.Decide(new() { Release = "r", At = At }, release, missing, recipients, now, TimeSpan.FromHours(24));

    private static StartRule DecideTranslation(int version, Dispatch? first) => StartRule.DecideTranslation(
        new() { Release = "r", At = At, Translation = version }, Scheduled with { State = ReleaseState.Released }, first, Everybody);
}
