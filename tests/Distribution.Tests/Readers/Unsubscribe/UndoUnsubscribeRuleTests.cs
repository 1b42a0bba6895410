using Distribution.Audiences.Subscriptions;
using Distribution.Readers.Unsubscribe;

namespace Distribution.Tests.Readers.Unsubscribe;

public sealed class UndoUnsubscribeRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(SubscriptionChange.Unsubscribed, true)]
    [InlineData(SubscriptionChange.Ended, false)]
    [InlineData(SubscriptionChange.Removed, false)]
    [InlineData(SubscriptionChange.Merged, false)]
    [InlineData(SubscriptionChange.Erased, false)]
    [InlineData(null, false)]
    public void The_link_of_a_mail_takes_back_what_its_reader_ended_and_nothing_that_an_office_did(string? reason, bool canUndo)
    {
        var ended = Subscription(SubscriptionState.Ended, reason, Now);

        Assert.Equal(canUndo, UndoUnsubscribeRule.CanUndo(ended, Now));
        Assert.Equal(canUndo ? SubscriptionState.Confirmed : SubscriptionState.Ended, UndoUnsubscribeRule.Undo(ended, KeepChoice.Daily, Now).State);
    }

    [Fact]
    public void It_does_so_for_seven_days()
    {
        var ended = Subscription(SubscriptionState.Ended, SubscriptionChange.Unsubscribed, Now);

        Assert.True(UndoUnsubscribeRule.CanUndo(ended, Now + UndoUnsubscribeRule.Possible - TimeSpan.FromTicks(1)));
        Assert.False(UndoUnsubscribeRule.CanUndo(ended, Now + UndoUnsubscribeRule.Possible));
        Assert.Equal(TimeSpan.FromDays(7), UndoUnsubscribeRule.Possible);
    }

    [Theory]
    [InlineData(SubscriptionState.Confirmed)]
    [InlineData(SubscriptionState.Pending)]
    public void What_has_not_ended_is_not_taken_back(SubscriptionState state) =>
        Assert.False(UndoUnsubscribeRule.CanUndo(Subscription(state, SubscriptionChange.Unsubscribed, Now), Now));

    private static Subscription Subscription(SubscriptionState state, string? reason, DateTimeOffset changedAt) => new()
    {
        List = "press",
        Contact = "rosa",
        State = state,
        EndedReason = reason,
        Consent = new("consent", "said so on the telephone", changedAt),
        ChangedAt = changedAt,
        Address = "rosa@example.org",
        Name = "Rosa",
        Languages = ["en"],
    };
}
