using Distribution.Platform.Languages;

namespace Distribution.Web.Console.Dispatches;

/// <summary>The sentences of the pages on which a dispatch is followed.</summary>
internal static class DispatchPhrases
{
    public static PhraseBook Book { get; } = new(typeof(DispatchPhrases).Assembly, "Distribution.Web.Console.Dispatches.Phrases");
}
