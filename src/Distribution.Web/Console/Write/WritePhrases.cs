using Distribution.Platform.Languages;

namespace Distribution.Web.Console.Write;

/// <summary>The sentences of the pages on which a release is written.</summary>
internal static class WritePhrases
{
    public static PhraseBook Book { get; } = new(typeof(WritePhrases).Assembly, "Distribution.Web.Console.Write.Phrases");
}
