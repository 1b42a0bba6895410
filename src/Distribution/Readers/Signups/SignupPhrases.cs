using Distribution.Platform.Languages;

namespace Distribution.Readers.Signups;

/// <summary>The sentences of subscribing, on pages and in the confirmation.</summary>
public static class SignupPhrases
{
    public static PhraseBook Book { get; } = new(typeof(SignupPhrases).Assembly, "Distribution.Readers.Signups.Phrases");

    /// <summary>The first of some languages that has sentences, else English.</summary>
    public static string LanguageFor(IEnumerable<string> wanted) => Book.FirstOf(wanted);
}
