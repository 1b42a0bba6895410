using Distribution.Platform.Languages;

namespace Distribution.Web.Console.Releases;

/// <summary>The sentences of the lists of releases, and of the frame around one.</summary>
internal static class ReleasePhrases
{
    public static PhraseBook Book { get; } = new(typeof(ReleasePhrases).Assembly, "Distribution.Web.Console.Releases.Phrases");
}
