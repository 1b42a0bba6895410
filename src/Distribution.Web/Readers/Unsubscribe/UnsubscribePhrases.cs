using Distribution.Platform.Languages;

namespace Distribution.Web.Readers.Unsubscribe;

/// <summary>The sentences of the unsubscribe page.</summary>
internal static class UnsubscribePhrases
{
    public static PhraseBook Book { get; } = new(typeof(UnsubscribePhrases).Assembly, "Distribution.Web.Readers.Unsubscribe.Phrases");

    /// <summary>The first of the recipient's languages that has sentences, else the organisation's, else English.</summary>
    public static string LanguageFor(IEnumerable<string> reader, IEnumerable<string> organisation) =>
        reader.Concat(organisation).FirstOrDefault(language => MailLanguage.Best(language, [.. Book.All.Select(phrases => phrases.Language)]) is not null) ?? "en";
}
