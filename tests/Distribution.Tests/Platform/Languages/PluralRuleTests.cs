using System.Globalization;
using Distribution.Platform.Languages;

namespace Distribution.Tests.Platform.Languages;

public sealed class PluralRuleTests
{
    [Theory]
    [InlineData("en", "0 other, 1 one, 2 other, 11 other, 100 other")]
    [InlineData("es-419", "0 other, 1 one, 2 other")]
    [InlineData("fr", "0 one, 1 one, 2 other, 100 other")]
    [InlineData("pt-BR", "0 one, 1 one, 2 other")]
    [InlineData("ar", "0 zero, 1 one, 2 two, 3 few, 10 few, 11 many, 99 many, 100 other, 101 other, 102 other, 103 few, 111 many")]
    public void A_number_has_the_category_of_the_CLDR(string language, string expected) =>
        Assert.Equal(expected, string.Join(", ", Numbers(expected).Select(number => $"{number} {PluralRule.Category(language, number)}")));

    [Theory]
    [InlineData("fr", "1", "1 lecteur, Rosa")]
    [InlineData("fr", "2", "2 lecteurs, Rosa")]
    [InlineData("fr", "many", "many lecteurs, Rosa")]
    public void A_sentence_takes_the_form_that_its_number_asks_for(string language, string count, string expected)
    {
        const string Text = "{count, plural, one {# lecteur} other {# lecteurs}}, {name}";
        Phrases phrases = new(language, new Dictionary<string, string> { ["text"] = Text });
        Assert.Equal(expected, phrases.With("text", ("count", count), ("name", "Rosa")));
    }

    [Fact]
    public void A_value_is_not_read_as_a_place()
    {
        Phrases phrases = new("en", new Dictionary<string, string> { ["text"] = "{first} {second} {third}" });
        Assert.Equal("{second} 2 {third}", phrases.With("text", ("first", "{second}"), ("second", "2")));
    }

    private static IEnumerable<long> Numbers(string pairs) => pairs.Split(", ").Select(pair => long.Parse(pair.Split(' ')[0], CultureInfo.InvariantCulture));
}
