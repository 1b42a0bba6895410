using System.Reflection;
using System.Text.RegularExpressions;
using Distribution.Operations.SignIn;
using Distribution.Platform.Languages;

namespace Distribution.Web.Tests.Console;

public sealed partial class ConsolePhraseTests
{
    /// <summary>Every book of the console and of the mails to its users.</summary>
    private static IEnumerable<(string Name, PhraseBook Book)> Books =>
        from type in typeof(DistributionWeb).Assembly.GetTypes()
        where type.Namespace?.StartsWith("Distribution.Web.Console", StringComparison.Ordinal) == true
        from property in type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where property.PropertyType == typeof(PhraseBook)
        select (type.Name, (PhraseBook)property.GetValue(null)!);

    [Fact]
    public void Every_page_is_in_English_French_and_Spanish() =>
        Assert.All(
            Books.Append((nameof(SignInPhrases), SignInPhrases.Book)),
            book => Assert.Equal(["en", "es", "fr"], book.Book.All.Select(phrases => phrases.Language).Order()));

    [Fact]
    public void Every_language_has_every_phrase_with_its_places() =>
        Assert.All(Books.Append((nameof(SignInPhrases), SignInPhrases.Book)), book =>
        {
            var english = book.Book.In("en");
            Assert.All(book.Book.All, phrases =>
            {
                Assert.Equal(english.Texts.Keys.Order(), phrases.Texts.Keys.Order());
                Assert.All(phrases.Texts, text => Assert.Equal(Places(english[text.Key]), Places(text.Value)));
            });
        });

    private static IEnumerable<string> Places(string text) =>
        Place().Matches(text).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal).Distinct();

    [GeneratedRegex(@"\{(\w+)[,}]")]
    private static partial Regex Place();
}
