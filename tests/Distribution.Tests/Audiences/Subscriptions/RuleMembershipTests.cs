using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;

namespace Distribution.Tests.Audiences.Subscriptions;

public sealed class RuleMembershipTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero);
    private static readonly ListRule Reefs = new() { Countries = ["JM", "TT"], Topics = ["reefs", "health"] };

    private static readonly Contact Rosa = new()
    {
        Id = "0a",
        Address = "rosa@example.org",
        Name = "Rosa Núñez",
        Languages = ["es-419", "en"],
        Countries = ["TT", "BB"],
        Topics = ["health"],
        Positions = [new() { Outlet = "tribune" }],
        Source = "card",
        SourceDate = Now,
        LawfulBasis = LawfulBasis.LegitimateInterests,
    };

    [Theory]
    [InlineData("TT", "", "", "", "country TT")]
    [InlineData("JM TT BB", "", "", "", "country TT, country BB")]
    [InlineData("JM", "", "", "", null)]
    [InlineData("", "sport health", "", "", "topic health")]
    [InlineData("", "", "es", "", "language es")]
    [InlineData("", "", "fr", "", null)]
    [InlineData("", "", "", "Daily Radio", "outlet type daily")]
    [InlineData("", "", "", "Radio", null)]
    [InlineData("TT", "health", "en", "Daily", "country TT, topic health, language en, outlet type daily")]
    [InlineData("TT", "sport", "en", "Daily", null)]
    public void Every_kind_that_a_rule_names_must_match_and_any_value_of_it_will_do(
        string countries, string topics, string languages, string types, string? why)
    {
        ListRule rule = new()
        {
            Countries = Words(countries),
            Topics = Words(topics),
            Languages = Words(languages),
            OutletTypes = [.. Words(types).Select(Enum.Parse<OutletType>)],
        };

        Assert.Equal(why, RuleMembership.Why(rule, Rosa, OutletType.Daily));
    }

    [Fact]
    public void Whoever_works_for_no_outlet_meets_no_rule_about_outlets() =>
        Assert.Null(RuleMembership.Why(new() { OutletTypes = [OutletType.Daily] }, Rosa, outletType: null));

    [Fact]
    public void Whoever_meets_the_rule_is_put_on_and_the_consent_says_why()
    {
        var entered = Assert.IsType<RuleChange.Enter>(Decide(Reefs, Rosa, found: null)).Subscription;

        Assert.Equal((SubscriptionState.Confirmed, true), (entered.State, entered.IsByRule));
        Assert.Equal(new Consent("rule", "country TT, topic health", Now), entered.Consent);
        Assert.Equal(("press", "0a", "rosa@example.org", "tribune"), (entered.List, entered.Contact, entered.Address, entered.Outlet));
    }

    [Fact]
    public void Whoever_meets_it_no_longer_is_taken_off() =>
        Assert.IsType<RuleChange.Remove>(Decide(Reefs, Rosa with { Topics = ["sport"] }, ByRule()));

    [Fact]
    public void Whoever_a_rule_put_on_is_taken_off_when_the_list_has_no_rule_any_more() =>
        Assert.IsType<RuleChange.Remove>(Decide(null, Rosa, ByRule()));

    [Fact]
    public void Whoever_is_archived_is_not_put_on_and_is_taken_off()
    {
        var archived = Rosa with { Status = ContactStatus.Archived };

        Assert.Null(Decide(Reefs, archived, found: null));
        Assert.IsType<RuleChange.Remove>(Decide(Reefs, archived, ByRule()));
    }

    [Fact]
    public void Whoever_meets_it_for_another_reason_stays_and_the_consent_says_the_new_one()
    {
        var renewed = Assert.IsType<RuleChange.Renew>(Decide(Reefs, Rosa with { Topics = ["reefs"] }, ByRule())).Subscription;

        Assert.Equal("country TT, topic reefs", renewed.Consent.Evidence);
    }

    [Fact]
    public void Where_nothing_has_changed_nothing_is_done()
    {
        Assert.Null(Decide(Reefs, Rosa, ByRule()));
        Assert.Null(Decide(Reefs, Rosa with { Countries = ["FR"] }, found: null));
        Assert.Null(Decide(null, Rosa, found: null));
    }

    [Theory]
    [InlineData(SubscriptionState.Ended, true)]
    [InlineData(SubscriptionState.Ended, false)]
    [InlineData(SubscriptionState.Pending, false)]
    [InlineData(SubscriptionState.Confirmed, false)]
    public void What_has_ended_and_what_a_person_made_is_left_alone(SubscriptionState state, bool isByRule)
    {
        var found = ByRule() with { State = state, IsByRule = isByRule };

        Assert.Null(Decide(Reefs, Rosa, found));
        Assert.Null(Decide(Reefs, Rosa with { Countries = ["FR"] }, found));
        Assert.Null(Decide(null, Rosa, found));
    }

    private static RuleChange? Decide(ListRule? rule, Contact contact, Subscription? found) =>
        RuleMembership.Decide("press", rule, contact, OutletType.Daily, found, Now);

    private static Subscription ByRule() => ((RuleChange.Enter)Decide(Reefs, Rosa, found: null)!).Subscription;

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
