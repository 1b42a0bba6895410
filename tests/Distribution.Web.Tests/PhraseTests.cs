using Distribution.Mail.Rendering;
using Distribution.Platform.Languages;
using Distribution.Web.Readers.Unsubscribe;
using Distribution.Web.Releases.Newsroom;

namespace Distribution.Web.Tests;

public sealed class PhraseTests
{
    public static TheoryData<string> Books => ["newsroom", "unsubscribe"];

    [Theory, MemberData(nameof(Books))]
    public void Every_language_of_mails_has_every_phrase_of_pages(string name)
    {
        var book = name == "unsubscribe" ? UnsubscribePhrases.Book : NewsroomPhrases.Book;
        var english = book.In("en");

        Assert.Equal(Tags(MailPhrases.Book), Tags(book));
        Assert.All(book.All, phrases => Assert.Equal(english.Texts.Keys.Order(), phrases.Texts.Keys.Order()));
        Assert.All(book.All, phrases => Assert.All(phrases.Texts, text =>
            Assert.Equal(
                english[text.Key].Contains("{address}", StringComparison.Ordinal),
                text.Value.Contains("{address}", StringComparison.Ordinal))));
    }

    private static IEnumerable<string> Tags(PhraseBook book) => book.All.Select(phrases => phrases.Language).Order();
}
