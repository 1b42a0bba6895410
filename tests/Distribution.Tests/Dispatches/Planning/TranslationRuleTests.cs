using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Planning;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Languages;

namespace Distribution.Tests.Dispatches.Planning;

public sealed class TranslationRuleTests
{
    private static readonly DateTimeOffset Sealed = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    /// <summary>First sent in English and French; Spanish has come.</summary>
    private static readonly TranslationRule Rule = new(["en", "fr"], ["es"], Sealed);

    [Theory]
    [InlineData("es", "es")]
    [InlineData("es-419 pt", "es")]
    [InlineData("es en", null)]
    [InlineData("en", null)]
    public void Who_read_no_language_of_the_first_dispatch_has_waited(string languages, string? gets) =>
        Assert.Equal(gets, Rule.Decide(Person(languages, chosen: "es"), []));

    [Fact]
    public void Who_came_after_the_first_plan_has_not_waited()
    {
        Assert.Equal("es", Rule.Decide(Person("es", "es"), []));
        Assert.Null(Rule.Decide(Person("es", "es", since: Sealed.AddTicks(1)), []));
    }

    [Fact]
    public void When_the_wait_is_over_they_get_what_there_is() =>
        Assert.Equal("en", new TranslationRule(["en"], [], Sealed).Decide(Person("es", chosen: "en"), []));

    [Theory]
    [InlineData("en es", true, "es")]
    [InlineData("en es", false, null)]
    [InlineData("en pt", true, null)]
    public void Who_has_it_gets_the_new_language_if_they_asked_and_read_it(string languages, bool asked, string? gets) =>
        Assert.Equal(gets, Rule.Decide(Person(languages, "en", asked), [new("en", IsLost: false)]));

    [Fact]
    public void Nobody_gets_a_language_twice() =>
        Assert.Null(Rule.Decide(Person("en es", "en", asked: true), [new("en", IsLost: false), new("es", IsLost: false)]));

    [Fact]
    public void Whom_the_release_did_not_reach_gets_no_translation_of_it() =>
        Assert.Null(Rule.Decide(Person("en es", "en", asked: true), [new("en", IsLost: true)]));

    [Fact]
    public void Who_is_left_out_gets_nothing() =>
        Assert.Null(Rule.Decide(new([], AudienceRule.Suppressed, Person("es", "es").First, null, null), []));

    [Theory]
    [InlineData(OutcomeState.Accepted, false)]
    [InlineData(OutcomeState.Uncertain, false)]
    [InlineData(OutcomeState.Held, false)]
    [InlineData(OutcomeState.Planned, false)]
    [InlineData(OutcomeState.Deferred, false)]
    [InlineData(OutcomeState.Refused, true)]
    [InlineData(OutcomeState.Expired, true)]
    [InlineData(OutcomeState.Failed, true)]
    [InlineData(OutcomeState.Skipped, true)]
    public void Only_a_certain_failure_is_lost(OutcomeState state, bool lost) =>
        Assert.Equal(lost, EarlierDelivery.From(new("c", "a@example.org", "A", "en", ["en"], [0]), new() { State = state }).IsLost);

    private static Candidate Person(string languages, string chosen, bool asked = false, DateTimeOffset? since = null)
    {
        Membership person = new()
        {
            List = "press",
            Contact = "c",
            State = SubscriptionState.Confirmed,
            Address = "rosa@example.org",
            Name = "Rosa",
            Languages = languages.Split(' '),
            LaterTranslations = asked,
            ChangedAt = since ?? Sealed,
        };
        return new([person], null, person, null, (chosen, LanguageReason.Recipient));
    }
}
