using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Languages;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Selection;

public sealed class AudienceRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static readonly Audience Everyone = new() { Lists = ["press", "radio"] };

    [Theory]
    [InlineData(null, SubscriptionState.Confirmed)]
    [InlineData(null, SubscriptionState.Ended, SubscriptionState.Confirmed)]
    [InlineData(AudienceRule.Pending, SubscriptionState.Pending)]
    [InlineData(AudienceRule.Pending, SubscriptionState.Ended, SubscriptionState.Pending)]
    [InlineData(AudienceRule.Ended, SubscriptionState.Ended)]
    public void Only_the_confirmed_are_mailed(string? reason, params SubscriptionState[] states) =>
        Assert.Equal(reason, Decide(Everyone, [.. states.Select(state => Membership(state))]).Reason);

    [Fact]
    public void A_suppressed_address_is_not_mailed()
    {
        AudienceRule rule = new(Addressing(Everyone), new Dictionary<string, Outlet>(), address => address == "rosa@example.org", Now);

        Assert.Equal(AudienceRule.Suppressed, rule.Decide([Membership()]).Reason);
        Assert.Null(rule.Decide([Membership(SubscriptionState.Ended), Membership() with { Address = "new@example.org" }]).Reason);
    }

    [Fact]
    public void Whoever_pauses_is_not_mailed_before_the_day_they_said()
    {
        Assert.Equal(AudienceRule.Paused, Decide(Everyone, Membership() with { PausedUntil = Now.AddTicks(1) }).Reason);
        Assert.Null(Decide(Everyone, Membership() with { PausedUntil = Now }).Reason);
    }

    [Theory]
    [InlineData(true, "reefs")]
    [InlineData(true, "reefs", "health")]
    [InlineData(false, "reefs", "migration")]
    [InlineData(false, "migration")]
    [InlineData(false)]
    public void Whoever_does_not_cover_any_topic_of_a_release_is_not_mailed(bool isLeftOut, params string[] topics)
    {
        AudienceRule rule = new(Addressing(Everyone) with { Topics = topics }, new Dictionary<string, Outlet>(), _ => false, Now);

        Assert.Equal(
            isLeftOut ? AudienceRule.NotTheirBeat : null, rule.Decide([Membership() with { NotTopics = ["health", "reefs"] }]).Reason);
        Assert.Null(rule.Decide([Membership()]).Reason);
    }

    [Theory]
    [InlineData(true, "vaccination")]
    [InlineData(true, "santé")]
    [InlineData(true, "reefs")]
    [InlineData(false, "volcanoes")]
    public void Contacts_who_cover_a_wider_topic_or_one_of_its_words_pass_a_filter_by_topic(bool passes, string own)
    {
        AudienceRule rule = new(
            Addressing(Everyone with { Topics = ["vaccination", "reefs"] }) with { Vocabulary = SampleTopics.Book },
            new Dictionary<string, Outlet>(),
            _ => false,
            Now);

        Assert.Equal(passes ? null : AudienceRule.Filtered, rule.Decide([Membership() with { Topics = [own] }]).Reason);
        Assert.Equal(["vaccination", "reefs"], rule.Filters(Membership()).Single().Wanted);
    }

    [Theory]
    [InlineData(true, "health", null)]
    [InlineData(true, "vaccination", "health")]
    [InlineData(false, "health", "vaccination")]
    [InlineData(false, "reefs", null)]
    public void A_wider_topic_that_a_contact_does_not_cover_counts_unless_they_cover_the_narrower_one(
        bool isLeftOut, string not, string? own)
    {
        AudienceRule rule = new(
            Addressing(Everyone) with { Topics = ["vaccination"], Vocabulary = SampleTopics.Book },
            new Dictionary<string, Outlet>(),
            _ => false,
            Now);

        Assert.Equal(
            isLeftOut ? AudienceRule.NotTheirBeat : null,
            rule.Decide([Membership() with { NotTopics = [not], Topics = own is null ? [] : [own] }]).Reason);
    }

    [Fact]
    public void Whoever_wants_a_digest_is_not_mailed_at_once_unless_another_list_brings_it_at_once()
    {
        var daily = Membership() with { Frequency = Frequency.Daily };

        Assert.Equal(AudienceRule.Daily, Decide(Everyone, daily).Reason);
        Assert.Null(Decide(Everyone, daily, Membership() with { List = "radio" }).Reason);
        Assert.Equal(AudienceRule.Daily, Decide(Everyone, daily, Membership(SubscriptionState.Ended) with { List = "radio" }).Reason);
    }

    [Fact]
    public void Whoever_reads_only_a_promised_language_waits()
    {
        AudienceRule rule =
            new(Addressing(Everyone) with { Languages = ["en"], Promised = ["es"] }, new Dictionary<string, Outlet>(), _ => false, Now);

        Assert.Equal(AudienceRule.Waiting, rule.Decide([Membership() with { Languages = ["es-419"] }]).Reason);
        Assert.Null(rule.Decide([Membership() with { Languages = ["es", "en"] }]).Reason);
        Assert.Null(rule.Decide([Membership() with { Languages = ["nl"] }]).Reason);
    }

    [Fact]
    public void Whoever_is_archived_is_not_mailed() =>
        Assert.Equal(AudienceRule.Archived, Decide(Everyone, Membership() with { IsArchived = true }).Reason);

    [Theory]
    [InlineData("es", "", "", "", true)]
    [InlineData("fr", "", "", "", false)]
    [InlineData("e", "", "", "", false)]
    [InlineData("", "TT", "", "", true)]
    [InlineData("", "JM TT", "", "", true)]
    [InlineData("", "JM", "", "", false)]
    [InlineData("", "", "migration", "", true)]
    [InlineData("", "", "sport", "", false)]
    [InlineData("", "", "", "Daily", true)]
    [InlineData("", "", "", "Radio", false)]
    [InlineData("es", "TT", "sport", "Daily", false)]
    [InlineData("es", "TT", "migration", "Daily", true)]
    public void Every_filter_must_let_them_pass(string language, string country, string topic, string type, bool passes)
    {
        var audience = Everyone with
        {
            Languages = Words(language),
            Countries = Words(country),
            Topics = Words(topic),
            OutletTypes = [.. Words(type).Select(Enum.Parse<OutletType>)],
        };

        Assert.Equal(passes ? null : AudienceRule.Filtered, Decide(audience, Membership()).Reason);
        Assert.Equal(passes, Rule(audience).Filters(Membership()).All(filter => filter.Passes));
    }

    [Fact]
    public void Whoever_works_for_no_known_outlet_passes_no_filter_of_types()
    {
        var radio = Everyone with { OutletTypes = [OutletType.Radio] };

        Assert.Equal(AudienceRule.Filtered, Decide(radio, Membership() with { Outlet = null }).Reason);
        Assert.Equal(AudienceRule.Filtered, Decide(radio, Membership() with { Outlet = "gone" }).Reason);
    }

    [Theory]
    [InlineData("", "", "", null)]
    [InlineData("rivals", "", "", AudienceRule.Excluded)]
    [InlineData("", "tribune", "", AudienceRule.Excluded)]
    [InlineData("", "", "0a", AudienceRule.Excluded)]
    [InlineData("others", "wave", "0b", null)]
    public void Whoever_is_left_out_by_list_outlet_or_name_is_not_mailed(string list, string outlet, string contact, string? reason)
    {
        var audience = Everyone with { ExcludedLists = Words(list), ExcludedOutlets = Words(outlet), ExcludedContacts = Words(contact) };
        Membership[] rows = [Membership(), Membership() with { List = "rivals" }];

        Assert.Equal(reason, Decide(audience, rows).Reason);
        Assert.Equal(reason is null, !Rule(audience).Exclusions(rows, rows[0]).Any());
    }

    [Theory]
    [InlineData(SubscriptionState.Pending)]
    [InlineData(SubscriptionState.Ended)]
    public void Only_the_confirmed_of_a_list_are_left_out_by_it(SubscriptionState state) => Assert.Null(
        Decide(Everyone with { ExcludedLists = ["rivals"] }, Membership(), Membership(state) with { List = "rivals" }).Reason);

    [Fact]
    public void Whoever_is_only_on_a_list_that_leaves_people_out_is_not_of_the_audience() => Assert.Equal(
        AudienceRule.Outside, Decide(Everyone with { ExcludedLists = ["rivals"] }, Membership() with { List = "rivals" }).Reason);

    [Fact]
    public void The_first_confirmed_subscription_says_who_they_are_and_which_language_they_read()
    {
        var decided = Decide(
            Everyone,
            Membership(SubscriptionState.Ended) with { Languages = ["fr"] },
            Membership() with { List = "radio", Name = "Rosa N." });

        Assert.Equal(("Rosa N.", OutletType.Daily), (decided.First!.Name, decided.Outlet!.Type));
        Assert.Equal(("es", LanguageReason.Recipient), decided.Language);
    }

    private static Candidate Decide(Audience audience, params Membership[] rows) => Rule(audience).Decide(rows);

    private static AudienceRule Rule(Audience audience) =>
        new(
            Addressing(audience),
            new Dictionary<string, Outlet>
            {
                ["tribune"] = new() { Id = "tribune", Name = "Tribune", Type = OutletType.Daily },
                ["wave"] = new() { Id = "wave", Name = "Wave", Type = OutletType.Radio },
            },
            _ => false,
            Now);

    private static Addressing Addressing(Audience audience) => new(audience, ["en", "fr", "es"], "en", new Dictionary<string, string>());

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Membership Membership(SubscriptionState state = SubscriptionState.Confirmed) => new()
    {
        List = "press",
        Contact = "0a",
        State = state,
        Address = "rosa@example.org",
        Name = "Rosa",
        Languages = ["es-419", "en"],
        Countries = ["TT"],
        Topics = ["migration"],
        Outlet = "tribune",
    };
}
