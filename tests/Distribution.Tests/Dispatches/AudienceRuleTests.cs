using Distribution.Dispatches;
using Distribution.Releases;
using Distribution.Subscriptions;

namespace Distribution.Tests.Dispatches;

public sealed class AudienceRuleTests
{
    private static readonly Audience Everyone = new() { Lists = ["press"] };

    [Theory]
    [InlineData(null, SubscriptionState.Confirmed)]
    [InlineData(null, SubscriptionState.Ended, SubscriptionState.Confirmed)]
    [InlineData(AudienceRule.Pending, SubscriptionState.Pending)]
    [InlineData(AudienceRule.Pending, SubscriptionState.Ended, SubscriptionState.Pending)]
    [InlineData(AudienceRule.Ended, SubscriptionState.Ended)]
    public void Only_the_confirmed_are_mailed(string? reason, params SubscriptionState[] states) =>
        Assert.Equal(reason, AudienceRule.Exclude([.. states.Select(Membership)], Everyone, suppressed: false));

    [Fact]
    public void A_suppressed_address_is_not_mailed() =>
        Assert.Equal(AudienceRule.Suppressed, AudienceRule.Exclude([Membership(SubscriptionState.Confirmed)], Everyone, suppressed: true));

    [Theory]
    [InlineData("es", "", "", true)]
    [InlineData("fr", "", "", false)]
    [InlineData("", "TT", "", true)]
    [InlineData("", "JM", "", false)]
    [InlineData("", "", "migration", true)]
    [InlineData("", "", "sport", false)]
    [InlineData("es", "TT", "sport", false)]
    public void Every_filter_must_let_them_pass(string language, string country, string topic, bool passes)
    {
        var audience = Everyone with { Languages = List(language), Countries = List(country), Topics = List(topic) };

        Assert.Equal(passes ? null : AudienceRule.Filtered, AudienceRule.Exclude([Membership(SubscriptionState.Confirmed)], audience, suppressed: false));
    }

    private static string[] List(string value) => value.Length == 0 ? [] : [value];

    private static Membership Membership(SubscriptionState state) => new()
    {
        List = "press",
        Contact = "0a",
        State = state,
        Address = "rosa@example.org",
        Name = "Rosa",
        Languages = ["es-419", "en"],
        Countries = ["TT"],
        Topics = ["migration"],
    };
}
