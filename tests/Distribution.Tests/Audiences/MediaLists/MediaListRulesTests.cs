using Distribution.Audiences.MediaLists;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Topics;

namespace Distribution.Tests.Audiences.MediaLists;

public sealed class MediaListRulesTests
{
    [Fact]
    public void A_rule_is_kept_in_the_form_that_contacts_are_kept_in()
    {
        FieldErrors errors = new();

        var rule = Check(new()
        {
            Countries = ["TT", "TT"],
            Topics = [" Reefs "],
            Languages = ["ES-419", "es"],
            OutletTypes = [OutletType.Radio, OutletType.Radio]
        }, errors);

        Assert.False(errors.Any);
        Assert.Equal(new() { Countries = ["TT"], Topics = ["reefs"], Languages = ["es"], OutletTypes = [OutletType.Radio] }, rule);
    }

    [Fact]
    public void A_rule_that_names_nothing_is_refused() => Assert.Equal(["rule"], Fields(new()));

    [Theory]
    [InlineData("rule.countries.1", "TT ZZ", "", "")]
    [InlineData("rule.topics.0", "", "-", "")]
    [InlineData("rule.languages.0", "", "", "xx-")]
    public void What_is_wrong_in_a_rule_is_named(string field, string countries, string topics, string languages) => Assert.Equal(
        [field], Fields(new() { Countries = Words(countries), Topics = topics == "-" ? [" "] : [], Languages = Words(languages) }));

    private static IEnumerable<string> Fields(ListRule rule)
    {
        FieldErrors errors = new();
        Check(rule, errors);
        return errors.ToDictionary().Keys;
    }

    private static ListRule? Check(ListRule rule, FieldErrors errors) =>
        MediaListRules.Check(Press with { Rule = rule }, new OfficeTree([]), TopicBook.Empty, errors).Rule;

    private static MediaList Press { get; } = new() { Id = "press", Names = new([new("en", "Press")]) };

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
