using Distribution.Platform.Languages;

namespace Distribution.Web.Console.History;

/// <summary>The sentences of a release's history.</summary>
internal static class HistoryPhrases
{
    public static PhraseBook Book { get; } = new(typeof(HistoryPhrases).Assembly, "Distribution.Web.Console.History.Phrases");
}
