using Distribution.Releases;
using Distribution.Testing;

namespace Distribution.Tests.Releases;

public sealed class ReleaseRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero);
    private static readonly ReleaseInput Right = PressOffice.Release;

    public static TheoryData<string, ReleaseInput> Wrong => new()
    {
        { "office", Right with { Office = null } },
        { "office", Right with { Office = "atlantis" } },
        { "officers", Right with { Officers = ["nobody"] } },
        { "officers", Right with { Officers = [null!] } },
        { "officers", Right with { Officers = [], Office = PressOffice.Child } },
        { "audience.lists", Right with { Audience = null } },
        { "audience.lists", Right with { Audience = new() } },
        { "audience.lists", Right with { Audience = new() { Lists = ["no-such-list"] } } },
        { "audience.lists", Right with { Audience = new() { Lists = ["nassau-press"] } } },
        { "audience.languages", Audience(new() { Languages = ["xx-yy-zz"] }) },
        { "audience.countries", Audience(new() { Countries = ["ZZZ"] }) },
        { "audience.topics", Audience(new() { Topics = [""] }) },
        { "topics", Right with { Topics = [new string('a', 101)] } },
        { "countries", Right with { Countries = ["Jamaica"] } },
        { "translations", Right with { Translations = null, OriginalLanguage = null } },
        { "translations", Texts("fr", ("fr", Text()), ("FR", Text())) },
        { "translations", Texts("l0", [.. Enumerable.Range(0, 6).Select(number => ($"f{(char)('i' + number)}", Text() with { Body = new('a', 99_999) }))]) },
        { "translations.fr.headline", Texts("fr", ("fr", Text() with { Headline = null })) },
        { "translations.fr.headline", Texts("fr", ("fr", Text() with { Headline = new string('a', 301) })) },
        { "translations.fr.headline", Texts("fr", ("fr", Text() with { Headline = "two\nlines" })) },
        { "translations.fr.subheading", Texts("fr", ("fr", Text() with { Subheading = "two\nlines" })) },
        { "translations.fr.dateline", Texts("fr", ("fr", Text() with { Dateline = new string('a', 201) })) },
        { "translations.fr.summary", Texts("fr", ("fr", Text() with { Summary = new string('a', 2_001) })) },
        { "translations.fr.body", Texts("fr", ("fr", Text() with { Body = " \n" })) },
        { "translations.fr.body", Texts("fr", ("fr", Text() with { Body = new string('a', 100_001) })) },
        { "translations.fr.body", Texts("fr", ("fr", Text() with { Body = "a\0b" })) },
        { "originalLanguage", Right with { OriginalLanguage = null } },
        { "originalLanguage", Right with { OriginalLanguage = "es" } },
        { "originalLanguage", Right with { OriginalLanguage = "-" } },
        { "source.system", Right with { Source = new("Drupal 11", "node/1") } },
        { "source.id", Right with { Source = new("drupal", "") } },
        { "source.id", Right with { Source = new("drupal", "a\nb") } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Bad_input_names_the_field(string field, ReleaseInput input) =>
        Assert.Contains(field, ReleaseRules.Check(input, PressOffice.References).ToDictionary().Keys);

    [Fact]
    public void Good_input_has_no_errors() => Assert.Empty(ReleaseRules.Check(Right, PressOffice.References).ToDictionary());

    [Fact]
    public void An_unknown_language_and_a_missing_text_are_each_named()
    {
        var errors = ReleaseRules.Check(Texts("fr", ("fr", Text()), ("français", null!)), PressOffice.References).ToDictionary();

        Assert.Equal(["translations.français", "translations.français.headline", "translations.français.body"], errors.Keys);
    }

    [Theory]
    [InlineData(PressOffice.Desk, "everyone", true)]
    [InlineData(PressOffice.Desk, "desk-press", true)]
    [InlineData(PressOffice.Desk, "kingston-press", true)]
    [InlineData(PressOffice.Child, "desk-press", true)]
    [InlineData(PressOffice.Desk, "nassau-press", false)]
    [InlineData(PressOffice.Foreign, "desk-press", false)]
    public void An_office_reaches_its_own_lists_and_those_above_and_below_it(string office, string list, bool reaches) =>
        Assert.Equal(reaches, PressOffice.References.Reaches(office, PressOffice.References.Lists[list]));

    [Fact]
    public void Nobody_to_call_is_fine_where_the_office_has_a_telephone() =>
        Assert.False(ReleaseRules.Check(Right with { Officers = null }, PressOffice.References).Any);

    [Fact]
    public void A_sole_translation_is_the_original() =>
        Assert.Equal("fr", ReleaseRules.Read(Texts(null, ("FR", Text())), "id", "ana", Now).OriginalLanguage);

    [Theory]
    [InlineData(-61, true)]
    [InlineData(-59, false)]
    [InlineData(3600, false)]
    public void A_time_more_than_a_minute_ago_is_refused(int seconds, bool refused)
    {
        var draft = ReleaseRules.Read(Right, "id", "ana", Now);

        var errors = ReleaseRules.CheckSchedule(draft, Now.AddSeconds(seconds), PressOffice.References, Now);

        Assert.Equal(refused ? ["sendAt"] : [], errors.ToDictionary().Keys);
    }

    private static ReleaseInput Audience(AudienceInput filters) => Right with { Audience = filters with { Lists = ["everyone"] } };

    private static ReleaseInput Texts(string? original, params (string Language, TranslationInput Text)[] texts) =>
        Right with { OriginalLanguage = original, Translations = texts.ToDictionary(text => text.Language, text => text.Text) };

    private static TranslationInput Text() => new() { Headline = "Récifs", Body = "Quatre États…" };
}
