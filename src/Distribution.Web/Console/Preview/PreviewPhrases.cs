using Distribution.Platform.Languages;

namespace Distribution.Web.Console.Preview;

/// <summary>The sentences of the preview of a release.</summary>
internal static class PreviewPhrases
{
    public static PhraseBook Book { get; } = new(typeof(PreviewPhrases).Assembly, "Distribution.Web.Console.Preview.Phrases");
}
