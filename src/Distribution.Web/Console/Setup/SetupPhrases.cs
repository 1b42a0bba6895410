using Distribution.Platform.Languages;

namespace Distribution.Web.Console.Setup;

/// <summary>The sentences of the pages that set up an empty store.</summary>
internal static class SetupPhrases
{
    public static PhraseBook Book { get; } = new(typeof(SetupPhrases).Assembly, "Distribution.Web.Console.Setup.Phrases");
}
