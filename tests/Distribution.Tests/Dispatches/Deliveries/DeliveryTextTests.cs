using Distribution.Dispatches.Deliveries;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Resolutions;
using Distribution.Mail.Outcomes;

namespace Distribution.Tests.Dispatches.Deliveries;

public sealed class DeliveryTextTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dispatch Sending = new()
    {
        Id = "a-1-release",
        Release = "a",
        Version = 1,
        Kind = DispatchKind.Release,
        State = DispatchState.Sending,
        CreatedAt = Noon,
    };

    public static TheoryData<Outcome, string> Texts { get; } = new()
    {
        {
            new() { State = OutcomeState.Accepted, At = Noon, MaybeTwice = true },
            "The mail server took the mail on 24 November 2026, 12:00 UTC. It may have arrived twice. If it did not arrive, ask the person "
            + "to look among unwanted mail."
        },
        {
            new() { State = OutcomeState.Refused, At = Noon, Code = 550, Enhanced = "5.1.1", Words = "no such user" },
            "The mail server refused the mail for good on 24 November 2026, 12:00 UTC. It said: “550 5.1.1 no such user”"
        },
        {
            new() { State = OutcomeState.Deferred, At = Noon, RetryAt = Noon.AddMinutes(5), Code = 452, Words = "mailbox full" },
            "The mail server did not take the mail on 24 November 2026, 12:00 UTC. It said: “452 mailbox full” It is tried again on "
            + "24 November 2026, 12:05 UTC."
        },
        {
            new() { State = OutcomeState.Skipped, At = Noon, Words = OutcomeRules.LeftAfterPlanning },
            "The mail was not sent: the person left, or their address was suppressed, after the dispatch began. That was found on "
            + "24 November 2026, 12:00 UTC."
        },
        {
            new() { State = OutcomeState.Skipped, At = Noon, Words = OutcomeRules.Cancelled },
            "The mail was not sent: the dispatch was cancelled on 24 November 2026, 12:00 UTC."
        },
        { new() { State = OutcomeState.Skipped, At = Noon }, "The mail was not sent on 24 November 2026, 12:00 UTC." },
        { new() { State = OutcomeState.Failed, Words = "No address." }, "The mail could not be written. No address." },
        { Outcome.Planned, "The mail waits for its turn." },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Each_outcome_is_said_in_words(Outcome outcome, string expected) =>
        Assert.Equal(expected, DeliveryText.Get(Sending, outcome, null));

    [Fact]
    public void No_outcome_is_without_a_text() => Assert.All(
        Enum.GetValues<OutcomeState>(),
        state => Assert.EndsWith(".", DeliveryText.Get(Sending, new() { State = state, At = Noon }, null), StringComparison.Ordinal));

    [Theory]
    [InlineData(DispatchState.Paused, "The mail waits: the dispatch is paused.")]
    [InlineData(DispatchState.Stopped, "The mail waits: the dispatch is stopped. The login was refused.")]
    public void A_mail_that_waits_says_what_for(DispatchState state, string expected) => Assert.Equal(
        expected, DeliveryText.Get(Sending with { State = state, StopReason = "The login was refused." }, Outcome.Planned, null));

    [Theory]
    [InlineData(Resolution.Received, "It was received, as a user found out on 25 November 2026, 12:00 UTC.")]
    [InlineData(Resolution.NotReceived, "It was not received, as a user found out on 25 November 2026, 12:00 UTC.")]
    public void A_held_mail_says_what_a_user_found_out(Resolution resolution, string expected) => Assert.EndsWith(
        expected,
        DeliveryText.Get(
            Sending,
            new() { State = OutcomeState.Held, At = Noon },
            new() { Contact = "0a", Resolution = resolution, By = "ana", At = Noon.AddDays(1) }),
        StringComparison.Ordinal);
}
