using Distribution.Platform.Languages;

namespace Distribution.Readers.Preferences;

/// <summary>The sentences of the preferences pages and their mails.</summary>
public static class PreferencesPhrases
{
    public static PhraseBook Book { get; } = new(typeof(PreferencesPhrases).Assembly, "Distribution.Readers.Preferences.Phrases");

    /// <summary>The first of the recipient's languages that has sentences, else English.</summary>
    public static string LanguageFor(IEnumerable<string> reader) => Book.FirstOf(reader);
}
