using Distribution.Audiences.Duplicates;

namespace Distribution.Tests.Audiences.Duplicates;

public sealed class SimilarNamesTests
{
    [Theory]
    [InlineData("Núñez, Rosa", "rosa nunez")]
    [InlineData("ROSA NÚÑEZ", "Rosa Núñez")]
    [InlineData("Jean-Luc d'Ambré", "D’Ambre Jean Luc")]
    [InlineData("王小明", "王小明")]
    public void The_same_words_in_any_order_case_and_accents_are_the_same_name(string first, string second) =>
        Assert.True(SimilarNames.AreSame(SimilarNames.Words(first), SimilarNames.Words(second)));

    [Theory]
    [InlineData("Rosa Núñez", "R. Núñez")]
    [InlineData("R Núñez", "Rosa Núñez")]
    [InlineData("Rosa Núñez", "Rosa María Núñez Pérez")]
    [InlineData("Rosa Núñez", "Rosa Nunes")]
    [InlineData("Mohammed Ali", "Mohamed Ali")]
    [InlineData("Rosa Núñez", "Rosa Núñezz")]
    public void A_shorter_name_an_initial_or_a_slip_is_similar(string first, string second)
    {
        Assert.True(AreSimilar(first, second));
        Assert.True(AreSimilar(second, first));
    }

    [Theory]
    [InlineData("Rosa Núñez", "Juan Núñez")]
    [InlineData("Rosa Núñez", "Rosa Pérez")]
    [InlineData("Ana Li", "Ena Li")]
    [InlineData("Rosa", "Rosa Núñez")]
    [InlineData("R. N.", "Rosa Núñez")]
    [InlineData("Rosa Núñez", "J. Núñez")]
    [InlineData("News Desk", "Sports Desk")]
    [InlineData("Marta Nunes", "Rosa Nunes")]
    public void Whoever_shares_a_part_of_a_name_only_is_somebody_else(string first, string second)
    {
        Assert.False(AreSimilar(first, second));
        Assert.False(AreSimilar(second, first));
    }

    [Fact]
    public void An_address_that_stands_for_a_missing_name_is_no_name()
    {
        Assert.Empty(SimilarNames.Words("news@example.org"));
        Assert.False(SimilarNames.AreSame([], []));
        Assert.False(AreSimilar("news@example.org", "news@example.org"));
    }

    private static bool AreSimilar(string first, string second) =>
        SimilarNames.AreSimilar(SimilarNames.Words(first), SimilarNames.Words(second));
}
