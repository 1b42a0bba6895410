using Distribution.Platform.Languages;

namespace Distribution.Readers.Signups;

/// <summary>The sentences of subscribing, on pages and in the confirmation.</summary>
public static class SignupPhrases
{
    public static PhraseBook Book { get; } = new(typeof(SignupPhrases).Assembly, "Distribution.Readers.Signups.Phrases");
}
