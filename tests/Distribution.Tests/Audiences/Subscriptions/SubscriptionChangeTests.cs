using Distribution.Audiences.Subscriptions;

namespace Distribution.Tests.Audiences.Subscriptions;

public sealed class SubscriptionChangeTests
{
    private static readonly DateTimeOffset Before = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly Consent Asked = new("consent", "asked by telephone", Now);

    [Theory]
    [InlineData(SubscriptionState.Pending, false)]
    [InlineData(SubscriptionState.Pending, true)]
    [InlineData(SubscriptionState.Confirmed, true)]
    public void A_confirmed_subscription_is_the_persons_own_on_their_new_word_and_no_rule_takes_it_away(SubscriptionState state, bool isByRule)
    {
        var subscription = Subscription(state, isByRule);

        var confirmed = SubscriptionChange.Confirm(subscription, Asked, Now);

        Assert.Equal(subscription with { State = SubscriptionState.Confirmed, Consent = Asked, IsByRule = false, ChangedAt = Now }, confirmed);
    }

    [Theory]
    [InlineData(SubscriptionState.Confirmed, false)]
    [InlineData(SubscriptionState.Ended, false)]
    [InlineData(SubscriptionState.Ended, true)]
    public void What_is_their_own_already_or_has_ended_stays_as_it_is(SubscriptionState state, bool isByRule)
    {
        var subscription = Subscription(state, isByRule);

        Assert.Same(subscription, SubscriptionChange.Confirm(subscription, Asked, Now));
    }

    private static Subscription Subscription(SubscriptionState state, bool isByRule) => new()
    {
        List = "press",
        Contact = "rosa",
        State = state,
        Consent = new("legitimateInterests", "the rule of the list", Before),
        ChangedAt = Before,
        Address = "rosa@example.org",
        Name = "Rosa",
        Languages = ["en"],
        IsByRule = isByRule,
    };
}
