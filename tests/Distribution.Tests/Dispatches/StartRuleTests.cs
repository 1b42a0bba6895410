using Distribution.Contacts;
using Distribution.Dispatches;
using Distribution.Mail;
using Distribution.Releases;

namespace Distribution.Tests.Dispatches;

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
    public void Long_after_its_time_it_waits_for_a_person() =>
        Assert.Contains("long past", Assert.IsType<StartRule.Wait>(Decide(Scheduled, Everybody, At.AddHours(25))).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_release_that_is_just_being_scheduled_is_left_alone() =>
        Assert.IsType<StartRule.Leave>(Decide(Scheduled with { State = ReleaseState.Draft }, Everybody, At));

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
        Officers = [],
        Audience = new() { Lists = ["press"] },
        OriginalLanguage = "en",
        State = ReleaseState.Scheduled,
        SendAt = At,
        CreatedBy = "p",
        CreatedAt = At,
    };

    private static StartRule Decide(Release? release, RecipientsSwitch recipients, DateTimeOffset now) =>
        StartRule.Decide(new() { Release = "r", At = At }, release, recipients, now, TimeSpan.FromHours(24));
}
