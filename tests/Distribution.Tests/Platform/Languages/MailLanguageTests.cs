using Distribution.Platform.Languages;

namespace Distribution.Tests.Platform.Languages;

public sealed class MailLanguageTests
{
    private static readonly Dictionary<string, string> Fallbacks = new() { ["HT"] = "fr", ["CU"] = "es" };

    [Theory]
    [InlineData("es", null, "es")]
    [InlineData("es-419,en", null, "es")]
    [InlineData("pt,en", null, "en")]
    [InlineData("pt", "HT", "fr")]
    [InlineData("pt", "BR", "fr")]
    [InlineData("", "CU", "es")]
    [InlineData("", null, "fr")]
    [InlineData("EN-gb", null, "en")]
    public void A_reader_gets_the_first_language_of_theirs_that_is_ready(string reader, string? country, string expected) =>
        Assert.Equal(expected, MailLanguage.Choose(Split(reader), country, ["en", "fr", "es"], Fallbacks, "fr"));

    [Fact]
    public void The_exact_tag_goes_before_another_region() =>
        Assert.Equal("pt-BR", MailLanguage.Choose(["pt-BR"], null, ["pt-PT", "pt-BR"], Fallbacks, "pt-PT"));

    [Fact]
    public void When_not_even_the_original_is_ready_the_first_ready_one_is_sent() =>
        Assert.Equal("en", MailLanguage.Choose(["pt"], null, ["en", "es"], Fallbacks, "fr"));

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
