using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Mail.Outcomes;

namespace Distribution.Tests.Dispatches.Planning;

public sealed class AnonymousRecipientsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Later = Noon.AddDays(1);

    public static TheoryData<Outcome, Outcome> Outcomes { get; } = new()
    {
        { new() { State = OutcomeState.Accepted, At = Noon, Code = 250, Words = "OK" }, new()
        {
            State = OutcomeState.Accepted,
            At = Noon,
            Code = 250
        } },
        { new() { State = OutcomeState.Refused, At = Noon, Code = 550, Enhanced = "5.1.1", Words = "<a@example.org> unknown" }, new()
        {
            State = OutcomeState.Refused,
            At = Noon,
            Code = 550,
            Enhanced = "5.1.1"
        } },
        { Outcome.Planned, new() { State = OutcomeState.Skipped, At = Later } },
        { new() { State = OutcomeState.Deferred, At = Noon, RetryAt = Later, Code = 450 }, new()
        {
            State = OutcomeState.Skipped,
            At = Later,
            Code = 450
        } },
        { new()
        {
            State = OutcomeState.Uncertain,
            At = Noon,
            Attempts = 1
        }, new() { State = OutcomeState.Held, At = Later, Attempts = 1, MaybeTwice = true } },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void What_became_of_somebody_stays_and_whoever_waits_gets_nothing(Outcome before, Outcome after)
    {
        var anonymous = AnonymousRecipients.In(Batch(before), recipient => recipient.Contact == "0a", Later);

        Assert.Equal(after, anonymous.Outcomes[0]);
        Assert.Equal(("0a", "", "", "es"), Facts(anonymous.Recipients[0]));
        Assert.Empty(anonymous.Recipients[0].Languages);
        Assert.Null(anonymous.Recipients[0].Outlet);
        Assert.Equal([0, 2], anonymous.Recipients[0].Lists);
    }

    [Fact]
    public void Others_stay_as_they_are()
    {
        var batch = Batch(new() { State = OutcomeState.Accepted, At = Noon, Words = "OK" });

        var anonymous = AnonymousRecipients.In(batch, recipient => recipient.Contact == "0a", Later);

        Assert.Equal((batch.Recipients[1], batch.Outcomes[1]), (anonymous.Recipients[1], anonymous.Outcomes[1]));
    }

    [Fact]
    public void A_batch_with_nobody_left_is_the_very_same()
    {
        var anonymous = AnonymousRecipients.In(Batch(Outcome.Planned), _ => true, Later);

        Assert.Same(anonymous, AnonymousRecipients.In(anonymous, _ => true, Later.AddDays(1)));
        Assert.Same(anonymous, AnonymousRecipients.In(anonymous, _ => false, Later));
    }

    private static (string Contact, string Address, string Name, string Language) Facts(Recipient recipient) =>
        (recipient.Contact, recipient.Address, recipient.Name, recipient.Language);

    private static Batch Batch(Outcome first) => new()
    {
        Key = new("dispatch", "plan", "0.0b"),
        Recipients = [Recipient("0a"), Recipient("0b")],
        Outcomes = [first, new() { State = OutcomeState.Accepted, At = Noon, Code = 250, Words = "OK" }],
        Due = Noon,
        QueuedAt = Noon,
    };

    private static Recipient Recipient(string contact) =>
        new(contact, $"{contact}@example.org", $"Reader {contact}", "es", ["es", "en"], [0, 2]) { Outlet = "Tribune" };
}
