using Distribution.Platform.Languages;

namespace Distribution.Releases.Times;

/// <summary>How a time is said in a sentence.</summary>
public static class TimePhrases
{
    public static PhraseBook Book { get; } = new(typeof(TimePhrases).Assembly, "Distribution.Releases.Times.Phrases");
}
