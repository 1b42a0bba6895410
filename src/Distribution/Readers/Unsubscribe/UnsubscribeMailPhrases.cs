using Distribution.Platform.Languages;

namespace Distribution.Readers.Unsubscribe;

/// <summary>The sentences of the notice after unsubscribing.</summary>
public static class UnsubscribeMailPhrases
{
    public static PhraseBook Book { get; } = new(typeof(UnsubscribeMailPhrases).Assembly, "Distribution.Readers.Unsubscribe.Phrases");

    /// <summary>In the first of the recipient's languages that has sentences, else the organisation's, else English.</summary>
    public static Phrases In(IEnumerable<string> reader, IEnumerable<string> organisation)
    {
        var known = Book.All.Select(phrases => phrases.Language).ToList();
        return Book.In(reader.Concat(organisation).Select(language => MailLanguage.Best(language, known)).FirstOrDefault(best => best is not null) ?? "en");
    }
}
