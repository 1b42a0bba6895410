using Distribution.Platform.Languages;

namespace Distribution.Releases.Checks;

/// <summary>The sentences of the checks.</summary>
public static class CheckPhrases
{
    public static PhraseBook Book { get; } = new(typeof(CheckPhrases).Assembly, "Distribution.Releases.Checks.Phrases");
}
