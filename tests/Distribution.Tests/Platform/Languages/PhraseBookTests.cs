using System.Text.RegularExpressions;
using Distribution.Mail.Rendering;
using Distribution.Platform.Languages;

namespace Distribution.Tests.Platform.Languages;

public sealed class PhraseBookTests
{
    private static readonly PhraseBook Mail = MailPhrases.Book;

    [Fact]
    public void Mails_have_phrases_in_five_languages() =>
        Assert.Equal(["ar", "en", "es", "fr", "pt"], Mail.All.Select(phrases => phrases.Language).Order());

    [Fact]
    public void Every_language_has_every_phrase_and_the_same_places_in_it()
    {
        var english = Mail.In("en");
        Assert.All(Mail.All, phrases =>
        {
            Assert.Equal(english.Texts.Keys.Order(), phrases.Texts.Keys.Order());
            Assert.All(phrases.Texts, text => Assert.NotEmpty(text.Value));
            Assert.All(phrases.Texts, text => Assert.Equal(Places(english[text.Key]), Places(text.Value)));
        });
    }

    [Theory]
    [InlineData("fr", "fr")]
    [InlineData("es-419", "es")]
    [InlineData("nl", "en")]
    public void A_language_without_phrases_gets_the_english_ones(string wanted, string given) => Assert.Equal(given, Mail.In(wanted).Language);

    [Fact]
    public void A_value_stands_in_its_place() =>
        Assert.Equal("About <Reefs>", Mail.In("en").With("about", ("organisation", "<Reefs>")));

    private static IEnumerable<string> Places(string text) =>
        Regex.Matches(text, @"\{(\w+)[,}]").Select(match => match.Groups[1].Value).Order();
}
