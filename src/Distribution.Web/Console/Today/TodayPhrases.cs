using Distribution.Platform.Languages;

namespace Distribution.Web.Console.Today;

/// <summary>The sentences of the console's first page.</summary>
internal static class TodayPhrases
{
    public static PhraseBook Book { get; } = new(typeof(TodayPhrases).Assembly, "Distribution.Web.Console.Today.Phrases");
}
