using Distribution.Platform.Languages;

namespace Distribution.Web.Console.Components;

/// <summary>The sentences of parts that several pages have.</summary>
internal static class ComponentPhrases
{
    public static PhraseBook Book { get; } = new(typeof(ComponentPhrases).Assembly, "Distribution.Web.Console.Components.Phrases");
}
