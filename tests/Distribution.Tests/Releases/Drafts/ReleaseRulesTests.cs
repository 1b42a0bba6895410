using Distribution.Audiences.Selection;
using Distribution.Platform.Validation;
using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Tests.Releases.Drafts;

public sealed class ReleaseRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero);
    private static readonly ReleaseInput Right = PressOffice.Release;

    public static TheoryData<string, ReleaseInput> Wrong => new()
    {
        { "office", Right with { Office = "atlantis" } },
        { "pressOfficers.1", Right with { PressOfficers = ["maelle", "nobody"] } },
        { "pressOfficers.0", Right with { PressOfficers = [null!] } },
        { "pressOfficers", Right with { PressOfficers = [], Office = PressOffice.Child } },
        { "audience.lists", Audience(new() { Lists = [] }) },
        { "audience.lists.1", Audience(new() { Lists = ["everyone", "no-such-list"] }) },
        { "audience.lists.0", Audience(new() { Lists = [null!] }) },
        { "audience.lists.0", Audience(new() { Lists = ["nassau-press"] }) },
        { "audience.languages.0", Audience(new() { Lists = ["everyone"], Languages = ["xx-yy-zz"] }) },
        { "audience.countries.0", Audience(new() { Lists = ["everyone"], Countries = ["ZZZ"] }) },
        { "audience.topics.0", Audience(new() { Lists = ["everyone"], Topics = [""] }) },
        { "topics.0", Right with { Topics = [new string('a', 101)] } },
        { "countries.0", Right with { Countries = ["Jamaica"] } },
        { "translations", Texts(null) },
        { "translations", Texts("fr", ("fr", Text()), ("FR", Text())) },
        { "translations", Texts(
            "ar", ("ar", Longest()), ("de", Longest()), ("en", Longest()), ("es", Longest()), ("fr", Longest()), ("pt", Longest())) },
        { "translations.fr", Texts("fr", ("fr", null!)) },
        { "translations.français", Texts("fr", ("fr", Text()), ("français", Text())) },
        { "translations.fr.headline", Texts("fr", ("fr", Text() with { Headline = "" })) },
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
    public void Bad_input_names_the_field_and_no_other(string field, ReleaseInput input) => Assert.Equal([field], Check(input).Fields);

    [Fact]
    public void Good_input_has_no_errors() => Assert.Empty(Check(Right).Fields);

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
    public void Nobody_to_call_is_fine_where_the_office_has_a_telephone() => Assert.Empty(Check(Right with { PressOfficers = [] }).Fields);

    [Fact]
    public void A_sole_translation_is_the_original() => Assert.Equal("fr", Check(Texts(null, ("FR", Text()))).Release.OriginalLanguage);

    [Theory]
    [InlineData(-61, true)]
    [InlineData(-59, false)]
    [InlineData(3600, false)]
    public void A_time_more_than_a_minute_ago_is_refused(int seconds, bool refused)
    {
        var errors = new FieldErrors();

        ReleaseRules.CheckSchedule(Check(Right).Release, Now.AddSeconds(seconds), PressOffice.References, Now, errors);

        Assert.Equal(refused ? ["sendAt"] : [], errors.ToDictionary().Keys);
    }

    private static (IEnumerable<string> Fields, Release Release) Check(ReleaseInput input)
    {
        var errors = new FieldErrors();
        var release = ReleaseRules.Check(input, isComplete: true, PressOffice.References, errors);
        TranslationRules.Check(input, isComplete: true, errors);
        return (errors.ToDictionary().Keys, release);
    }

    private static ReleaseInput Audience(AudienceInput audience) => Right with { Audience = audience };

    private static ReleaseInput Texts(string? original, params (string Language, TranslationInput Text)[] texts) =>
        Right with { OriginalLanguage = original, Translations = texts.ToDictionary(text => text.Language, text => text.Text) };

    private static TranslationInput Text() => new() { Headline = "Récifs", Body = "Quatre États…" };

    private static TranslationInput Longest() => Text() with { Body = new('a', 100_000) };
}
